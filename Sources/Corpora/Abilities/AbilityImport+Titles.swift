extension AbilityImport {
  /// A fact of CALDERA's in plain words; of one that is not known here, the words of its name.
  static func title(of fact: EnablingFact) -> String {
    titles[fact.name]
      ?? fact.name.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static let titles = [
    "domain.user.name": "names of a domain’s users",
    "domain.user.name:has_hash": "the password hash of a domain user",
    "domain.user.name:has_password": "the name and password of a domain user",
    "domain.user.ntlm": "the NTLM hash of a domain user’s password",
    "domain.user.password": "a domain user’s password",
    "domain.user.sha1": "the SHA-1 hash of a domain user’s password",
    "host.dir.compress": "an archive of collected files",
    "host.dir.git": "a Git repository on the host",
    "host.dir.staged": "a folder of collected files",
    "host.file.path": "files worth stealing",
    "host.file.path:has_extension": "files of a kind that is worth stealing",
    "host.process.id": "the number of a process to read or inject into",
    "host.service.modifiable": "a service that the user can change",
    "host.user.name:has_password": "the name and password of a user of the host",
    "host.user.password": "the password of a user of the host",
    "local.host.fqdn": "the full name of the host itself",
    "network.domain.name": "the name of the domain",
    "remote.host.fqdn": "names of other hosts",
    "remote.host.fqdn:has_54ndc47_copy": "a copy of the agent on another host",
    "remote.host.fqdn:has_admin": "a user who is administrator of another host",
    "remote.host.fqdn:has_ip": "another host’s name and address",
    "remote.host.fqdn:has_share": "a share of another host",
    "remote.host.fqdn:isAccessibleFrom": "another host that can be reached",
    "remote.host.ip": "addresses of other hosts",
    "remote.host.ip:has_open_port": "an open port of another host",
    "remote.host.port": "open ports of other hosts",
    "remote.host.share": "names of shares on other hosts",
    "remote.ssh.cmd": "an SSH command that reaches another host",
  ]
}

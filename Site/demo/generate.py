"""Prints the demo bundle, `demo-attack.json`: STIX 2.1 in the form of an ATT&CK release, one object a line.

    python3 generate.py > demo-attack.json

Technique and tactic ids, names, platforms and the names of log sources are facts of MITRE ATT&CK.
All descriptions are our own; every group, software, campaign, author and report is invented.
The bundle also holds, on purpose, the oddities of real releases: see `oddities` near the end.
Nothing here depends on the day, the machine or Python's random numbers.
"""
import hashlib
import json
import math
import re
import sys
import uuid

# ---------------------------------------------------------------- facts: tactics, techniques, logs

TACTICS = [  # in the order of the ATT&CK matrix: id, name, our description
    ("TA0043", "Reconnaissance", "Learning about a target before touching it."),
    ("TA0042", "Resource Development", "Buying, building or stealing what an attack needs."),
    ("TA0001", "Initial Access", "Getting the first foot in the door."),
    ("TA0002", "Execution", "Making the victim's machine run the attacker's code."),
    ("TA0003", "Persistence", "Staying in after a restart, a new password or a clean-up."),
    ("TA0004", "Privilege Escalation", "Getting more rights than the first account had."),
    ("TA0005", "Defense Evasion", "Not being seen, and not being stopped when seen."),
    ("TA0006", "Credential Access", "Stealing names, passwords, hashes and tickets."),
    ("TA0007", "Discovery", "Finding out where one has landed and what is around."),
    ("TA0008", "Lateral Movement", "Going from one machine to the next."),
    ("TA0009", "Collection", "Gathering what the attack is about."),
    ("TA0011", "Command and Control", "Talking with the machines that were taken."),
    ("TA0010", "Exfiltration", "Carrying the loot out."),
    ("TA0040", "Impact", "Breaking, encrypting or using up what belongs to others."),
]

PLATFORMS = {
    "W": "Windows", "L": "Linux", "M": "macOS", "E": "ESXi", "N": "Network Devices", "C": "Containers",
    "I": "IaaS", "S": "SaaS", "O": "Office Suite", "D": "Identity Provider", "P": "PRE",
}

# id, name, tactics, platforms, what an actor "has" done, our description
TECHNIQUES = [
    ("T1589", "Gather Victim Identity Information", "reconnaissance", "P",
     "collected names and mail addresses of staff",
     "Names, addresses and roles are collected first: they make the later mail believable."),
    ("T1593", "Search Open Websites/Domains", "reconnaissance", "P",
     "read the victim's public pages",
     "Public pages, forums and press releases are read for hints. No report of the demo cites it."),
    ("T1595", "Active Scanning", "reconnaissance", "P",
     "scanned address ranges for old versions of web applications",
     "The attacker's own machines probe the target's addresses: ports, versions, known holes."),
    ("T1583", "Acquire Infrastructure", "resource-development", "P",
     "rented servers and registered look-alike domains",
     "Servers, domains and mailboxes are rented under a false name, often days before use."),
    ("T1588", "Obtain Capabilities", "resource-development", "P",
     "obtained publicly available tools",
     "Tools, exploits and certificates are bought, downloaded or stolen instead of written."),
    ("T1078", "Valid Accounts", "defense-evasion persistence privilege-escalation initial-access", "CEILMNDOSW",
     "logged in with stolen accounts",
     "A real account opens doors without noise: `DOMAIN\\<username>` looks like any other login, and only "
     "its *time*, *place* and *path* give it away."),
    ("T1133", "External Remote Services", "persistence initial-access", "CLMW",
     "entered through a remote access gateway",
     "VPN gateways, remote desktops and management portals are doors that were built for the outside."),
    ("T1189", "Drive-by Compromise", "initial-access", "DLMW",
     "planted scripts in pages that the targets visit",
     "A visited page attacks the visitor's browser, for example through one added <script> element."),
    ("T1190", "Exploit Public-Facing Application", "initial-access", "CEILMNW",
     "exploited a web application that faces the internet",
     "A flaw in a service that anybody can reach is used to run code on it. Web shells "
     "([T1505.003](https://attack.mitre.org/techniques/T1505/003)) often come next."),
    ("T1566", "Phishing", "initial-access", "DLMOSW",
     "sent deceiving mail",
     "A message talks a person into opening the way. Attachments and links have entries of their own."),
    ("T1566.001", "Spearphishing Attachment", "initial-access", "LMW",
     "sent mail with malicious attachments",
     "The mail carries the trap itself: a document, an archive, a disk image.\n\nTypical names are "
     "<code>invoice_<number>.docm</code> and <code>agenda.iso</code>."),
    ("T1566.002", "Spearphishing Link", "initial-access", "DLMOSW",
     "sent mail with links to malicious archives",
     "The mail carries only a link, so that the gateway has nothing to open."),
    ("T1047", "Windows Management Instrumentation", "execution", "W",
     "run commands on other hosts through WMI",
     "WMI starts processes and answers questions on this host and on others, with `wmic`, PowerShell or "
     "COM.\n\nOn the target the child of <code>WmiPrvSE.exe</code> tells; on the source the command line."),
    ("T1059", "Command and Scripting Interpreter", "execution", "EILMNDOW",
     "run scripts through interpreters already on the host",
     "Shells and script engines that every\u00a0system brings along are used to run the attacker's commands."),
    ("T1059.001", "PowerShell", "execution", "W",
     "used PowerShell to download and run further stages",
     "PowerShell runs code from memory, from a file or from one long argument:<br>"
     "<code>powershell -enc <base64></code><br>Script block logging shows what was really run."),
    ("T1059.003", "Windows Command Shell", "execution", "W",
     "used the Windows command shell and batch files",
     "<code>cmd.exe /c</code> and batch files: old, plain, and still in most reports."),
    ("T1059.004", "Unix Shell", "execution", "ELMN",
     "used shell scripts",
     "`sh` and `bash` run one-liners of the form `curl <url> | sh`."),
    ("T1059.005", "Visual Basic", "execution", "LMW",
     "used macros and VBScript",
     "Macros in documents and `.vbs` files start the first stage."),
    ("T1053", "Scheduled Task/Job", "execution persistence privilege-escalation", "WLMCE",
     "scheduled jobs to run its code",
     "The system's own timetable starts the attacker's code again and again."),
    ("T1053.003", "Cron", "execution persistence privilege-escalation", "LME",
     "added cron jobs",
     "A line in a crontab brings the program back every few minutes:\n\n"
     "- `/etc/cron.d/`\n- `/var/spool/cron/<username>`"),
    ("T1053.005", "Scheduled Task", "execution persistence privilege-escalation", "W",
     "created scheduled tasks",
     "Tasks start programs at a time or an event.<br>They are made with <code>schtasks, PowerShell or COM, "
     "here and on remote hosts."),
    ("T1203", "Exploitation for Client Execution", "execution", "LMW",
     "exploited document readers",
     "A flaw in a reader, an office program or a browser runs code when the file is opened."),
    ("T1204", "User Execution", "execution", "LWMIC",
     "relied on a person to start its code",
     "Somebody has to click. Training lowers the rate and never makes it zero."),
    ("T1204.002", "Malicious File", "execution", "LMW",
     "lured people into opening a file",
     "The file does nothing until it is opened, by somebody who expected something else."),
    ("T1505", "Server Software Component", "persistence", "WLMNE",
     "added its own modules to server software",
     "Servers can be extended; so can a break-in."),
    ("T1505.003", "Web Shell", "persistence", "LMNW",
     "placed web shells on servers",
     "A small script on the web server takes commands by HTTP. Its file is often one line long:\n\n"
     "    eval(request[\"<password>\"])"),
    ("T1543", "Create or Modify System Process", "persistence privilege-escalation", "WMLC",
     "installed itself as a service",
     "Services and daemons start with the system, with high rights and without a window."),
    ("T1547", "Boot or Logon Autostart Execution", "persistence privilege-escalation", "LMWN",
     "set itself to start at logon",
     "Places that are read at start or logon are many, and few people know them all."),
    ("T1547.001", "Registry Run Keys / Startup Folder", "persistence privilege-escalation", "W",
     "added registry run keys",
     "A value under <code>HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run</code> starts a program "
     "at each logon."),
    ("T1068", "Exploitation for Privilege Escalation", "privilege-escalation", "CLMW",
     "exploited a local flaw to gain higher rights",
     "A bug in the kernel or a service turns a small account into a large one."),
    ("T1548", "Abuse Elevation Control Mechanism", "privilege-escalation defense-evasion", "WLMI",
     "raised its rights without being asked",
     "Doors that ask \"are you sure?\" are talked into not asking."),
    ("T1055", "Process Injection", "defense-evasion privilege-escalation", "LMW",
     "injected code into running processes",
     "Code is written into another process and started there, under that process's name.\n\n"
     "1. open the process\n2. write memory\n3. start a thread"),
    ("T1027", "Obfuscated Files or Information", "defense-evasion", "ELMNW",
     "obfuscated its scripts and strings",
     "Encoding, encryption and junk hide what a file does. Templates such as {{payload}} give builders away."),
    ("T1027.002", "Software Packing", "defense-evasion", "LMW",
     "packed its executables",
     "A packed file unfolds itself in memory; on disk it looks like noise."),
    ("T1036", "Masquerading", "defense-evasion", "CELMW",
     "named its files like parts of the system",
     "A name or an icon that is trusted hides a file that is not."),
    ("T1070", "Indicator Removal", "defense-evasion", "CELMNOW",
     "removed traces from logs",
     "Logs and leftovers are cleaned so that nobody can tell the story."),
    ("T1070.004", "File Deletion", "defense-evasion", "ELMW",
     "deleted its files after use",
     "What has done its work is deleted: installers, archives, the attacker's own tools."),
    ("T1140", "Deobfuscate/Decode Files or Information", "defense-evasion", "ELMW",
     "decoded payloads on the host",
     "What came in encoded is decoded on the spot, for example with <code>certutil -decode <in> <out></code>."),
    ("T1562", "Impair Defenses", "defense-evasion", "WILCMNDOE",
     "weakened security settings",
     "Sensors are blinded before the loud part begins."),
    ("T1562.001", "Disable or Modify Tools", "defense-evasion", "CILMNW",
     "stopped security software",
     "Security software is stopped, uninstalled, or told to look elsewhere."),
    ("T1574", "Hijack Execution Flow", "defense-evasion persistence privilege-escalation", "LMW",
     "hijacked the order in which programs look for their parts",
     "A program is made to load the attacker's part instead of its own."),
    ("T1574.001", "DLL", "defense-evasion persistence privilege-escalation", "W",
     "loaded its library through a signed program",
     "A signed program loads a library from its own folder, whoever put it there."),
    ("T1620", "Reflective Code Loading", "defense-evasion", "LMW",
     "loaded code from memory only",
     "Code is loaded from memory without a file. No live relation of the demo cites it."),
    ("T1003", "OS Credential Dumping", "credential-access", "LMW",
     "dumped credentials",
     "The system keeps secrets of those who use it; with enough rights they can be read."),
    ("T1003.001", "LSASS Memory", "credential-access", "W",
     "dumped the memory of LSASS",
     "The memory of <code>lsass.exe holds what the logged-on users typed; it is read in place or dumped "
     "to a file such as `<hostname>.dmp`."),
    ("T1003.003", "NTDS", "credential-access", "W",
     "copied the domain database NTDS.dit",
     "The database of a domain controller holds the hashes of everybody."),
    ("T1110", "Brute Force", "credential-access", "CEILMNDOSW",
     "guessed passwords of exposed services",
     "Passwords are guessed, one account many times or many accounts a few times."),
    ("T1555.003", "Credentials from Web Browsers", "credential-access", "LMW",
     "read passwords stored by browsers",
     "Browsers remember passwords for their user, and for whoever runs as that user."),
    ("T1056", "Input Capture", "collection credential-access", "LMNW",
     "captured what users typed",
     "What is typed can be read on its way."),
    ("T1056.001", "Keylogging", "collection credential-access", "LMNW",
     "logged keystrokes",
     "Each key goes into a file that is fetched later."),
    ("T1016", "System Network Configuration Discovery", "discovery", "ELMNW",
     "listed network settings of the host",
     "Addresses, routes and name servers say where one is: <code>ipconfig /all</code>, `ip a`."),
    ("T1018", "Remote System Discovery", "discovery", "ELMNW",
     "listed other hosts of the network",
     "Names of other machines are needed before one can go there."),
    ("T1033", "System Owner/User Discovery", "discovery", "LMNW",
     "asked for the current user",
     "<code>whoami</code> is short, and few normal users ever type it."),
    ("T1057", "Process Discovery", "discovery", "ELMNW",
     "listed running processes",
     "The list of processes shows defenders, debuggers and what is worth taking."),
    ("T1082", "System Information Discovery", "discovery", "EILMNW",
     "collected the version, name and hardware of the host",
     "Version, language, disks and name of the host are asked for almost always, so the answer alone "
     "says little: look at what comes with it."),
    ("T1083", "File and Directory Discovery", "discovery", "ELMNW",
     "searched folders for files of interest",
     "Folders are listed, by name, by type, by date."),
    ("T1021", "Remote Services", "lateral-movement", "LMWIE",
     "moved to other hosts through remote services",
     "What administrators use to get around serves others as well."),
    ("T1021.001", "Remote Desktop Protocol", "lateral-movement", "W",
     "moved to other hosts by remote desktop",
     "A desktop on another machine, with a mouse: slow, quiet, common."),
    ("T1021.002", "SMB/Windows Admin Shares", "lateral-movement", "W",
     "copied files to admin shares and started them",
     "Files go to <code>\\\\<host>\\ADMIN$</code> and are started as a service or by "
     "[WMI](https://attack.mitre.org/techniques/T1047)."),
    ("T1021.004", "SSH", "lateral-movement", "ELM",
     "moved to other hosts by SSH with keys that it found",
     "Keys without a passphrase in `~/.ssh` open the next machine."),
    ("T1560", "Archive Collected Data", "collection", "LMW",
     "compressed what it had collected",
     "Loot is packed before it leaves: smaller, and unreadable for those who watch."),
    ("T1560.001", "Archive via Utility", "collection", "LMW",
     "packed files with a command-line archiver",
     "An archiver that is already there, or a renamed copy, with a password: `a.exe a -hp<password>`."),
    ("T1114", "Email Collection", "collection", "WMLO",
     "collected mail",
     "Mail says who knows whom, what is planned and what the passwords are."),
    ("T1114.002", "Remote Email Collection", "collection", "WO",
     "exported mailboxes from the mail server",
     "Whole mailboxes are taken at the server, where nobody's screen flickers."),
    ("T1005", "Data from Local System", "collection", "ELMNW",
     "collected documents from local disks",
     "Documents of the host itself are taken."),
    ("T1113", "Screen Capture", "collection", "LWM",
     "taken screenshots",
     "Pictures of the screen show what no file holds."),
    ("T1071", "Application Layer Protocol", "command-and-control", "LMWNE",
     "hidden its traffic in common protocols",
     "Traffic that looks like everybody's traffic is seldom looked at."),
    ("T1071.001", "Web Protocols", "command-and-control", "ELMNW",
     "talked with its servers by HTTP and HTTPS",
     "Commands come as web pages, answers go as forms and cookies."),
    ("T1090", "Proxy", "command-and-control", "ELMNW",
     "sent its traffic through other machines",
     "Other people's machines stand in between, so that the trail ends early."),
    ("T1105", "Ingress Tool Transfer", "command-and-control", "ELMNW",
     "downloaded further tools",
     "Tools are fetched after the first foothold. It is in most reports, whatever the theme."),
    ("T1011", "Exfiltration Over Other Network Medium", "exfiltration", "LMW",
     "sent data over a radio link",
     "Data leaves by another road: radio, phone, a second card. Only a retired group of the demo did so."),
    ("T1041", "Exfiltration Over C2 Channel", "exfiltration", "ELMW",
     "sent data over its command channel",
     "The road in is the road out."),
    ("T1567", "Exfiltration Over Web Service", "exfiltration", "ELMOSW",
     "sent data to a web service",
     "A well-known service is the drop, and its name is on every allow list."),
    ("T1567.002", "Exfiltration to Cloud Storage", "exfiltration", "ELMW",
     "uploaded data to cloud storage",
     "Large amounts go to rented storage, often with a public synchronising tool."),
    ("T1485", "Data Destruction", "impact", "CEILMW",
     "overwritten files",
     "Files are overwritten so that nothing brings them back. The demo names a user, and no source."),
    ("T1486", "Data Encrypted for Impact", "impact", "EILMW",
     "encrypted files and left a note",
     "Files are encrypted and a price is named. What happened the week before is what matters."),
    ("T1489", "Service Stop", "impact", "EILMW",
     "stopped databases and backup services",
     "Services are stopped so that their open files can be encrypted."),
    ("T1490", "Inhibit System Recovery", "impact", "CEILMNW",
     "deleted shadow copies and backups",
     "Shadow copies and backups go first: <code>vssadmin delete shadows /all</code>."),
    ("T1496", "Resource Hijacking", "impact", "WILMCS",
     "mined coins on the victim's machines",
     "Somebody else's electricity earns coins. The load is the best witness."),
]

# id, name, tactics, platforms, what an actor "has" done, fate: an id that replaced it, or how it ended
RETIRED = [
    ("T1086", "PowerShell", "execution", "W", "used PowerShell", "T1059.001"),
    ("T1077", "Windows Admin Shares", "lateral-movement", "W", "used admin shares", "T1021.002"),
    ("T1060", "Registry Run Keys / Startup Folder", "persistence", "W", "added run keys", "T1547.001"),
    ("T1073", "DLL Side-Loading", "defense-evasion", "W", "side-loaded a library", "T1574.002"),
    ("T1574.002", "DLL Side-Loading", "defense-evasion persistence privilege-escalation", "W",
     "side-loaded a library", "T1574.001"),
    ("T1064", "Scripting", "defense-evasion execution", "LMW", "used scripts", "deprecated"),
    ("T1043", "Commonly Used Port", "command-and-control", "LMW", "used port 443", "deprecated"),
    ("T9901", "Invented: ends on a deprecated one", "execution", "W", "used an old trick", "T1064"),
    ("T9902", "Invented: revoked without successor", "execution", "W", "used a lost trick", "no relation"),
    ("T9903", "Invented: successor not in the bundle", "execution", "W", "used a gone trick", "T9904"),
]

FIRST_IS_CAPEC = {  # techniques whose first reference with an id is not ATT&CK's
    "T1548": {"source_name": "capec", "external_id": "CAPEC-233",
              "url": "https://capec.mitre.org/data/definitions/233.html"},
}

COMPONENTS = {  # data components, by their ATT&CK ids
    "DC0032": "Process Creation", "DC0064": "Command Execution", "DC0029": "Script Execution",
    "DC0039": "File Creation", "DC0055": "File Access", "DC0061": "File Modification",
    "DC0040": "File Deletion", "DC0035": "Process Access", "DC0016": "Module Load",
    "DC0063": "Windows Registry Key Modification", "DC0001": "Scheduled Job Creation",
    "DC0060": "Service Creation", "DC0067": "Logon Session Creation", "DC0002": "User Account Authentication",
    "DC0082": "Network Connection Creation", "DC0078": "Network Traffic Flow",
    "DC0085": "Network Traffic Content", "DC0102": "Network Share Access",
    "DC0038": "Application Log Content", "DC0008": "WMI Creation", "DC0018": "Host Status",
}

LOGS = {  # short name: platform, data component, log source, channel
    "proc": ("W", "DC0032", "WinEventLog:Sysmon", "EventCode=1"),
    "proc2": ("W", "DC0032", "WinEventLog:Security", "EventCode=4688"),
    "net": ("W", "DC0082", "WinEventLog:Sysmon", "EventCode=3, 22"),
    "dll": ("W", "DC0016", "WinEventLog:Sysmon", "EventCode=7"),
    "inject": ("W", "DC0035", "WinEventLog:Sysmon", "EventCode=8"),
    "access": ("W", "DC0035", "WinEventLog:Sysmon", "EventCode=10"),
    "file": ("W", "DC0039", "WinEventLog:Sysmon", "EventCode=11"),
    "gone": ("W", "DC0040", "WinEventLog:Sysmon", "EventCode=23"),
    "reg": ("W", "DC0063", "WinEventLog:Sysmon", "EventCode=13, 14"),
    "wmi": ("W", "DC0008", "WinEventLog:WMI", "EventCode=5857, 5858, 5860, 5861"),
    "ps": ("W", "DC0029", "WinEventLog:PowerShell", "EventCode=4103, 4104, 4105, 4106"),
    "task": ("W", "DC0001", "WinEventLog:Security", "EventCode=4698"),
    "service": ("W", "DC0060", "WinEventLog:System", "EventCode=7045"),
    "logon": ("W", "DC0067", "WinEventLog:Security", "EventCode=4624, 4648"),
    "failed": ("W", "DC0002", "WinEventLog:Security", "EventCode=4625"),
    "share": ("W", "DC0102", "WinEventLog:Security", "EventCode=5145"),
    "object": ("W", "DC0055", "WinEventLog:Security", "EventCode=4663, 4670, 4656"),
    "exec": ("L", "DC0032", "auditd:SYSCALL", "execve"),
    "open": ("L", "DC0055", "auditd:SYSCALL", "open"),
    "write": ("L", "DC0061", "auditd:SYSCALL", "write"),
    "connect": ("L", "DC0082", "auditd:SYSCALL", "connect"),
    "syslog": ("L", "DC0038", "linux:syslog", "None"),
    "mexec": ("M", "DC0032", "macos:endpointsecurity", "ES_EVENT_TYPE_NOTIFY_EXEC"),
    "mfile": ("M", "DC0039", "macos:osquery", "file_events"),
    "mnet": ("M", "DC0082", "macos:osquery", "socket_events"),
    "flow": ("L", "DC0078", "NSM:Flow", "conn.log"),
    "app": ("L", "DC0038", "Application Log", "None"),
}

DETECTION = {  # techniques with a detection strategy, and the logs that its analytics read
    "T1078": "logon", "T1133": "logon app", "T1189": "net app", "T1190": "app proc exec",
    "T1566.001": "file mfile app", "T1566.002": "net app", "T1047": "proc proc2 wmi net", "T1059": "proc exec mexec",
    "T1059.001": "proc ps", "T1059.003": "proc proc2", "T1059.004": "exec mexec", "T1059.005": "proc ps file",
    "T1053.003": "write exec mfile", "T1053.005": "task proc", "T1203": "proc file mexec",
    "T1204.002": "proc file mexec", "T1505.003": "file proc exec app", "T1543": "service proc syslog",
    "T1547.001": "reg file", "T1055": "access inject", "T1027": "proc ps exec", "T1036": "proc file exec",
    "T1070.004": "gone proc exec", "T1140": "proc exec", "T1562.001": "proc service reg syslog",
    "T1574.001": "dll file", "T1003.001": "access proc file", "T1003.003": "proc object",
    "T1110": "failed syslog", "T1555.003": "object open", "T1056.001": "reg dll", "T1016": "proc exec mexec",
    "T1018": "proc exec net", "T1033": "proc exec", "T1057": "proc exec mexec", "T1082": "proc exec mexec",
    "T1083": "proc exec mexec", "T1021.001": "logon net", "T1021.002": "share logon service",
    "T1021.004": "syslog connect mexec", "T1560.001": "proc file exec", "T1114.002": "app logon",
    "T1005": "object open", "T1113": "proc dll mexec", "T1071.001": "net flow mnet", "T1090": "net flow",
    "T1105": "net file flow mfile", "T1041": "net flow", "T1567.002": "net proc flow", "T1486": "file object write",
    "T1489": "proc service", "T1490": "proc proc2", "T1496": "proc exec flow",
}

# ---------------------------------------------------------------- invented: who, and who says so

GROUPS = [  # id, name, other names, software it uses, our description
    ("G9001", "Copper Heron", ["UNKEMPT-01", "Bronze Wader"], "S9001 S9003 S9011 S9012",
     "is an invented group that rents out [LockPebble](https://attack.mitre.org/software/S9001) and takes a share."),
    ("G9002", "Night Ferry", ["Late Boat"], "S9002 S9003 S9011",
     "is an invented group that encrypts on Friday evenings and answers on Mondays."),
    ("G9003", "Paper Lantern", ["Folded Light", "Demo-APT 3"], "S9004 S9006 S9012",
     "is an invented group that writes very polite letters to embassies."),
    ("G9004", "Quiet Meridian", [], "S9005 S9006",
     "is an invented group that reads about shipping.\n\nIt is patient: the same host was visited for two years."),
    ("G9005", "Tin Swallow", ["TS-5", "Zinn-Schwalbe"], "S9004 S9005",
     "is an invented group that follows journalists. Some of its names are shared with nobody."),
    ("G9006", "Salt Ledger", ["Brine Book"], "S9007 S9008 S9012",
     "is an invented group that walks from a web server to the mailboxes behind it."),
    ("G9007", "Harbour Glass", ["Sea Glass"], "S9007 S9011",
     "is an invented group that scans on the day a flaw is published."),
    ("G9008", "Dusty Kernel", ["Old Core"], "S9009 S9010",
     "is an invented group that mines on forgotten Linux servers."),
    ("G9009", "Ninth Furnace", ["Neunter Ofen"], "S9009",
     "is an invented group that mines in containers and throws other miners out."),
    ("G9010", "Blank Compass", ["Nordlos"], "S9011",
     "is an invented group that does a little of everything. (LinkById : G9001)"),
]

SOFTWARE = [  # id, type, name, platforms, other names, our description
    ("S9001", "malware", "LockPebble", "W", ["Pebble"], "is invented ransomware that adds `.pebble` to names."),
    ("S9002", "malware", "GraniteLock", "WE", ["Granite"], "is invented ransomware for servers and hypervisors."),
    ("S9003", "malware", "TallyLoader", "W", ["Tally", "CountLoad"], "is an invented loader, sold by the week."),
    ("S9004", "malware", "InkwellRAT", "W", ["Inkwell"], "is an invented remote access tool for spying on desks."),
    ("S9005", "malware", "Marginalia", "WM", [], "is an invented back door; its orders hide in comments."),
    ("S9006", "malware", "LetterOpener", "W", ["Paperknife"], "is an invented downloader in documents."),
    ("S9007", "malware", "PosternShell", "WL", ["Postern"], "is an invented web shell of eleven lines."),
    ("S9008", "malware", "MailSieve", "W", ["Sieve"], "is an invented program that copies mail by keyword."),
    ("S9009", "malware", "EmberMiner", "L", ["Ember"], "is an invented miner with a watchdog."),
    ("S9010", "malware", "CronWeasel", "L", ["cronw"], "is an invented script that comes back every five minutes."),
    ("S9011", "tool", "PocketAnvil", "WLM", ["Anvil"], "is an invented framework for testers, used by others too."),
    ("S9012", "tool", "HashLadle", "W", ["Ladle"], "is an invented tool that reads secrets from memory."),
]

DEAD_SOFTWARE = [  # two that are out of use, and one that is damaged
    ("S9013", "malware", "OldPebble", "W", [], "is what LockPebble was called before."),
    ("S9014", "tool", "RustySpanner", "W", [], "is a tool that was thought to be one and is two."),
    ("S9015", "tool", 7, "W", [], "is an object whose name is a number."),
]

CAMPAIGNS = [  # id, name, group, first seen, last seen, our description
    ("C9001", "Operation Slow Courier", "G9003", "2021-01", "2021-11", "was an invented campaign against embassies."),
    ("C9002", "Operation Ledger Line", "G9006", "2022-03", "2022-09", "was an invented raid on mail servers."),
    ("C9003", "Weekend Encryption", "G9001", "2023-05", "2023-08", "was an invented series of extortions."),
    ("C9004", "Container Harvest", "G9009", "2024-02", "2024-10", "was an invented hunt for open containers."),
]

AUTHORS = {  # short name: author as cited, host of the report
    "fernhill": ("Fernhill Labs", "blog.fernhill.example.org"),
    "northmoor": ("Northmoor CERT", "cert.northmoor.example.org"),
    "brackwater": ("Brackwater Security", "brackwater.example.org"),
    "rowe": ("Rowe, K. and Adeyemi, T.", "research.kestrelrow.example.org"),
    "oldmill": ("Old Mill Incident Response", "oldmill.example.org"),
    "saltmarsh": ("Saltmarsh Threat Team", "saltmarsh.example.org"),
    "pike": ("Halvorsen, I., Pike, R.", "halvorsen-pike.example.org"),
    "dray": ("Dray, M.", "example.org/dray"),
    "islands": ("Ministry of Small Islands", "alerts.islands.example.org"),
}

# A theme says which techniques its reports speak of; a larger weight is cited more often.
THEMES = {
    "ransom": {
        60: "T1486 T1490", 32: "T1489 T1562.001 T1021.002", 14: "T1047 T1059.003 T1567.002 T1021.001",
        6: "T1003.001 T1059.001 T1078 T1082 T1105 T1018 T1083", 3: "T1053.005 T1027 T1070.004 T1057 T1055 T1068",
        2: "T1543 T1133 T1190 T1003.003 T1560.001 T1566.001 T1204.002 T1071.001 T1041 T1090 T1016 T1033",
    },
    "spy": {
        60: "T1566.001 T1204.002", 24: "T1547.001 T1059.005 T1140 T1113", 12: "T1071.001 T1056.001 T1105 T1574.001",
        7: "T1059.001 T1082 T1027 T1041 T1005 T1057", 4: "T1053.005 T1083 T1059.003 T1566.002 T1203 T1555.003",
        2: "T1036 T1016 T1033 T1027.002 T1055 T1070.004 T1560 T1583 T1589 T1189 T1047 T1078 T1018",
    },
    "mailbox": {
        60: "T1505.003 T1190 T1114.002", 36: "T1560.001 T1003.003", 8: "T1003.001 T1059.003 T1078 T1016 T1018 T1090",
        4: "T1021.002 T1047 T1059.001 T1036 T1033 T1082 T1595 T1005",
        2: "T1105 T1071.001 T1133 T1070.004 T1021.001 T1068 T1083 T1583 T1588 T1057 T1027",
    },
    "miner": {
        80: "T1496 T1053.003 T1059.004", 30: "T1110 T1021.004 T1105", 10: "T1070.004 T1562.001 T1057 T1190",
        4: "T1082 T1027.002 T1140 T1036 T1078 T1071.001 T1016 T1018 T1595 T1090",
        2: "T1068 T1083 T1543 T1133 T1027 T1033",
    },
    "mixed": {
        5: "T1059 T1021 T1566 T1204 T1547 T1003 T1105 T1082 T1078 T1588",
        3: "T1053 T1505 T1070 T1562 T1574 T1056 T1560 T1114 T1071 T1567 T1059.001 T1027 T1018 T1083 T1005",
        2: "T1041 T1055 T1036 T1110 T1090 T1133 T1583 T1595 T1589 T1113 T1486 T1190",
    },
    "manual": {
        1: "T1059 T1059.001 T1055 T1003.001 T1021.002 T1047 T1071.001 T1090 T1105 T1113 T1056.001 T1548",
    },
}

# date | author | title | theme and number of techniques, or the technique ids | who does it
REPORTS = """
2019, February 11  | fernhill   | LockPebble: a first look                           | ransom 4   | S9001
2019, May 20       | oldmill    | Three days from mail to encryption                 | ransom 12  | G9001 S9001
2019, September 3  | brackwater | Pebbles in the gears                               | ransom 6   | S9001
2019, November     | saltmarsh  | What TallyLoader counts                            | ransom 5   | S9003
2020, January 14   | northmoor  | Advice on LockPebble                               | ransom 2   | S9001
2020, April 2      | rowe       | The Night Ferry leaves at eight                    | ransom 9   | G9002
2020, April 21     | oldmill    | Aboard the Night Ferry                             | ransom 16  | G9002 S9002
2020, July 30      | fernhill   | GraniteLock on hypervisors                         | ransom 7   | S9002
2020, October 9    | pike       | Backups are not a plan                             | ransom 1   | G9001
2021, January 18   | brackwater | Copper Heron and its partners                      | ransom 18  | G9001
2021, March 25     | saltmarsh  | TallyLoader changes hands                          | ransom 5   | S9003 G9002
2021, June 1       | islands    | Warning: encrypted registers                       | ransom 1   | S9002
2021, June 14      | oldmill    | How the registers were lost                        | ransom 20  | G9002 S9002
2021, October 6    | dray       | Notes on a note                                    | ransom 1   | S9001
2022, February 8   | northmoor  | Shadow copies: who deletes them                    | ransom 3   | S9001 S9002
2022, May 17       | rowe       | Friday evening, again                              | ransom 7   | G9002
2022, August 23    | fernhill   | GraniteLock, third edition                         | ransom 10  | S9002
2023, January 12   | brackwater | "Invoice, please": a negotiation                   | ransom 3   | G9001
2023, May 29       | oldmill    | Weekend Encryption, first notes                    | ransom 14  | C9003 G9001
2023, June 19      | northmoor  | Weekend Encryption: indicators                     | ransom 11  | C9003
2023, August 30    | pike       | Weekend Encryption: the whole story                | ransom 25  | C9003 S9001
2023, December 4   | saltmarsh  | A loader in winter                                 | ransom 6   | S9003
2024, March 7      | fernhill   | Night Ferry buys a ticket                          | ransom 9   | G9002 S9003
2024, May 22       | rowe       | Pebble by pebble                                   | ransom 7   | S9001
2024, September 16 | islands    | Guidance after an incident                         | ransom 2   | G9001
2025, January 20   | oldmill    | Ninety minutes                                     | ransom 13  | G9001 S9001
2025, April 3      | brackwater | Granite under the microscope                       | ransom 7   | S9002
2016, November 30  | fernhill   | Letters to embassies                               | spy 6      | G9003
2017, March 6      | saltmarsh  | InkwellRAT                                         | spy 9      | S9004
2017, July 19      | pike       | Who opens the letter?                              | spy 2      | S9006 G9003
2018, February 1   | brackwater | Quiet Meridian reads along                         | spy 11     | G9004 S9005
2018, June 27      | northmoor  | LetterOpener: macros and what follows              | spy 5      | S9006
2018, October 22   | rowe       | A swallow over the newsroom                        | spy 8      | G9005
2019, January 9    | fernhill   | Marginalia: orders in comments                     | spy 12     | S9005
2019, April 16     | dray       | Unpacking InkwellRAT                               | spy 3      | S9004
2019, August 5     | saltmarsh  | Paper Lantern moves the lamp                       | spy 10     | G9003 S9006
2020, February 27  | islands    | Notice to foreign posts                            | spy 1      | G9003
2020, June 8       | brackwater | Two years on one host                              | spy 22     | G9004 S9005
2020, September 14 | northmoor  | InkwellRAT 2                                       | spy 6      | S9004
2020, December 1   | rowe       | The swallow learns to wait                         | spy 7      | G9005 S9005
2021, March 5      | fernhill   | Slow Courier: letters that arrive                  | spy 13     | C9001 G9003
2021, March 22     | saltmarsh  | Slow Courier, seen from the mail gateway           | spy 6      | C9001
2021, April 14     | pike       | Slow Courier: tools and habits                     | spy 28     | C9001 S9004 S9006
2021, November 24  | oldmill    | Closing Slow Courier                               | spy 9      | C9001
2022, January 31   | dray       | A very small downloader                            | spy 1      | S9006
2022, April 12     | northmoor  | Side-loading, the polite way                       | spy 4      | G9004 G9003
2022, July 4       | brackwater | Tin Swallow on phones and desks                    | spy 7      | G9005
2022, October 18   | fernhill   | Marginalia for another system                      | spy 4      | S9005
2023, February 15  | rowe       | Meridian, still quiet                              | spy 9      | G9004
2023, April 26     | saltmarsh  | InkwellRAT builder leaked                          | spy 14     | S9004
2023, September 11 | islands    | Letters, again                                     | spy 2      | G9003 S9006
2024, January 29   | pike       | +1 attachment                                      | spy 6      | G9005 S9004
2024, June 10      | northmoor  | Lantern light in spring                            | spy 6      | G9003
2024, November 5   | brackwater | Paper, ink and swallows: an overview               | spy 35     | G9003 G9004 G9005 S9004
2025, February 17  | oldmill    | One attachment, one week                           | spy 10     | G9004 S9006
2019, June 12      | northmoor  | PosternShell in eleven lines                       | mailbox 4  | S9007
2020, March 18     | saltmarsh  | From the web server to the mailbox                 | mailbox 9  | G9006 S9007
2020, November 10  | fernhill   | The ledger is kept in salt                         | mailbox 12 | G9006
2021, February 3   | oldmill    | MailSieve                                          | mailbox 6  | S9008
2021, May 11       | rowe       | Same-day scanning                                  | mailbox 6  | G9007 S9007
2021, September 28 | brackwater | Harbour Glass: a profile                           | mailbox 15 | G9007
2022, March 29     | northmoor  | Mail servers under attack                          | mailbox 7  | C9002 S9007
2022, April 19     | fernhill   | Ledger Line: one flaw, forty servers               | mailbox 14 | C9002
2022, May 3        | saltmarsh  | Ledger Line: what was read                         | mailbox 8  | C9002 S9008
2022, September 6  | pike       | Ledger Line closed                                 | mailbox 18 | C9002 G9006
2022, December 13  | islands    | Check your web roots                               | mailbox 1  | S9007
2023, March 21     | rowe       | Glass in the harbour                               | mailbox 7  | G9007
2023, July 17      | oldmill    | Mail by keyword                                    | mailbox 10 | S9008 G9006
2024, April 24     | brackwater | Salt Ledger returns                                | mailbox 9  | G9006
2024, August 12    | dray       | -1 day: patching after the fact                    | mailbox 5  | G9007
2025, March 11     | northmoor  | Web shells of the year                             | mailbox 6  | S9007 G9006
2018, August 13    | dray       | My server is warm                                  | miner 4    | S9009
2019, March 26     | saltmarsh  | EmberMiner and its watchdog                        | miner 8    | S9009
2019, October 15   | fernhill   | CronWeasel                                         | miner 6    | S9010
2020, May 7        | brackwater | Dusty Kernel: mining on old iron                   | miner 11   | G9008 S9009
2021, January 5    | northmoor  | Every five minutes                                 | miner 5    | S9010
2021, July 20      | rowe       | Weasels and keys                                   | miner 7    | G9008 S9010
2022, June 28      | pike       | Ninth Furnace burns containers                     | miner 12   | G9009
2023, October 24   | saltmarsh  | Miners against miners                              | miner 6    | G9009 G9008
2024, February 20  | oldmill    | Container Harvest                                  | miner 9    | C9004 S9009
2024, March 4      | northmoor  | Container Harvest: indicators                      | miner 7    | C9004
2024, October 14   | fernhill   | Container Harvest in numbers                       | miner 16   | C9004 G9009
2025, May 6        | islands    | High load, cold case                               | miner 2    | S9010
2022               | dray       | Blank Compass, a sketch                            | mixed 12   | G9010
2023, November 13  | rowe       | Compass without a needle                           | mixed 19   | G9010
n.d.               | northmoor  | Actors in brief                                    | mixed 10   | G9010 G9004
                   | islands    | Minutes of the round table on intrusions           | T1053 T1574 T1566 T1078 T1204 | G9010
n.d.               | fernhill   | PocketAnvil manual                                 | manual 12  | S9011
2022, March 1      | fernhill   | PocketAnvil release notes                          | T1027 T1055 T1071.001 T1105 T1562.001 | S9011
n.d.               | dray       | HashLadle read me                                  | T1003 T1003.001 T1003.003 | S9012
2018, April 30     | oldmill    | Old ids, old tricks                                | T1086 T1077 T1060 T1073 T1105 | G9003
"""

# Other ways in which some citations write the same report: name, URL, date ("" keeps the usual one).
VARIANTS = {
    "LockPebble: a first look": ("", "http://blog.fernhill.example.org/lockpebble-a-first-look/", ""),
    "Three days from mail to encryption":
        ("", "https://www.oldmill.example.org/three-days-from-mail-to-encryption#summary", ""),
    "Aboard the Night Ferry":
        ("", "https://web.archive.org/web/20200501120000/https:/oldmill.example.org/aboard-the-night-ferry", ""),
    "Copper Heron and its partners": ("Brackwater Heron 2021", "", "2021"),
    "Two years on one host": ("Meridian Two Years", "HTTPS://Brackwater.example.org/two-years-on-one-host?", ""),
    "Slow Courier: tools and habits": ("Halvorsen Courier", "", "n.d."),
}
ADDRESSES = {  # URLs that are not host and title
    "PocketAnvil manual": "https://fernhill.example.org/docs?product=anvil",
    "Notice to foreign posts":
        "https://web.archive.org/web/20200302id_/http://alerts.islands.example.org/notices/7.pdf",
    "Minutes of the round table on intrusions": None,
}
ONE_NAME_FOR_TWO = {"Weekend Encryption: indicators", "Container Harvest: indicators"}

# ---------------------------------------------------------------- STIX

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/attack-relations/demo")
CREATED, MODIFIED, LATER = "2024-01-15T09:00:00.000Z", "2025-06-01T09:00:00.000Z", "2025-06-02T09:00:00.000Z"
MARKING = "marking-definition--" + str(uuid.uuid5(NAMESPACE, "marking"))
KINDS = {"T": "attack-pattern", "G": "intrusion-set", "C": "campaign", "TA": "x-mitre-tactic"}
PATHS = {"T": "techniques", "G": "groups", "S": "software", "C": "campaigns", "TA": "tactics"}


def letters(attack_id):
    return re.match("[A-Z]+", attack_id).group()


def stix_id(attack_id, kind=None):
    kind = kind or KINDS.get(letters(attack_id)) or next(s[1] for s in SOFTWARE + DEAD_SOFTWARE if s[0] == attack_id)
    return f"{kind}--{uuid.uuid5(NAMESPACE, attack_id)}"


def address(attack_id):
    return f"https://attack.mitre.org/{PATHS[letters(attack_id)]}/{attack_id.replace('.', '/')}"


def stix(kind, identity, **fields):
    return {"type": kind, "id": identity, "spec_version": "2.1", "created": CREATED, "modified": MODIFIED, **fields}


def catalogued(attack_id, name, description, kind=None, **fields):
    """An object with an ATT&CK id."""
    identity = stix_id(attack_id, kind)
    reference = {"source_name": "mitre-attack", "external_id": attack_id, "url": address(attack_id)}
    return stix(identity.split("--")[0], identity, name=name, description=description,
                external_references=[reference], object_marking_refs=[MARKING],
                x_mitre_domains=["enterprise-attack"], **fields)


def relation(verb, source, target, references=(), text="", note="", **fields):
    """A relationship; `note` tells apart two of the same source, verb and target."""
    identity = f"relationship--{uuid.uuid5(NAMESPACE, f'{verb} {source} {target} {note}')}"
    if references:
        fields["external_references"] = list(references)
    if text:
        fields["description"] = text + "".join(f"(Citation: {r['source_name']})" for r in references)
    return stix("relationship", identity, relationship_type=verb, source_ref=source, target_ref=target, **fields)


def technique(attack_id, name, tactics, platforms, description, **fields):
    phases = [{"kill_chain_name": "mitre-attack", "phase_name": t} for t in tactics.split()]
    return catalogued(attack_id, name, description, kill_chain_phases=phases,
                      x_mitre_platforms=[PLATFORMS[p] for p in platforms],
                      x_mitre_is_subtechnique="." in attack_id, **fields)


# ---------------------------------------------------------------- the parts of the bundle

def frame():
    """Collection, matrix, tactics, marking."""
    statement = ("Ids, names, tactics and platforms of techniques and the names of log sources are those of MITRE "
                 "ATT&CK®, © The MITRE Corporation, used with credit as its terms ask. Every group, software, "
                 "campaign and report of this demo is invented.")
    yield stix("x-mitre-collection", f"x-mitre-collection--{uuid.uuid5(NAMESPACE, 'collection')}",
               name="Demo data", description="A small invented corpus for trying things out.",
               x_mitre_version="1.0", object_marking_refs=[MARKING], x_mitre_domains=["enterprise-attack"])
    yield {"type": "marking-definition", "id": MARKING, "spec_version": "2.1", "created": CREATED,
           "definition_type": "statement", "definition": {"statement": statement}}
    yield stix("x-mitre-matrix", f"x-mitre-matrix--{uuid.uuid5(NAMESPACE, 'matrix')}", name="Demo matrix",
               description="The fourteen tactics in their order.", tactic_refs=[stix_id(t[0]) for t in TACTICS],
               external_references=[{"source_name": "mitre-attack", "external_id": "enterprise-attack",
                                     "url": "https://attack.mitre.org/matrices/enterprise"}],
               x_mitre_domains=["enterprise-attack"])
    for attack_id, name, description in sorted(TACTICS):
        yield catalogued(attack_id, name, description, x_mitre_shortname=name.lower().replace(" ", "-"))


def techniques():
    for attack_id, name, tactics, platforms, _, description in TECHNIQUES:
        item = technique(attack_id, name, tactics, platforms, description)
        if attack_id in FIRST_IS_CAPEC:
            item["external_references"].insert(0, FIRST_IS_CAPEC[attack_id])
        yield item
        parent = attack_id.split(".")[0]
        if parent != attack_id:  # T1555 is not here: the relation of its sub-technique dangles
            yield relation("subtechnique-of", stix_id(attack_id), stix_id(parent))


def retired_techniques():
    for attack_id, name, tactics, platforms, _, fate in RETIRED:
        flag = {"x_mitre_deprecated": True} if fate == "deprecated" else {"revoked": True}
        yield technique(attack_id, name, tactics, platforms, "No longer in use.", **flag)
        if fate[0] == "T":
            yield relation("revoked-by", stix_id(attack_id), stix_id(fate))


def detection():
    """A strategy for each technique of DETECTION, with one analytic a platform."""
    for number, name in sorted(COMPONENTS.items()):
        yield stix("x-mitre-data-component", component(number), name=name, x_mitre_domains=["enterprise-attack"],
                   external_references=[{"source_name": "mitre-attack", "external_id": number,
                                         "url": f"https://attack.mitre.org/datacomponents/{number}"}])
    for attack_id, logs in sorted(DETECTION.items()):
        rows = [LOGS[log] for log in logs.split()]
        analytics = []
        for platform in sorted({row[0] for row in rows}):
            analytics.append(f"x-mitre-analytic--{uuid.uuid5(NAMESPACE, f'analytic {attack_id} {platform}')}")
            yield stix("x-mitre-analytic", analytics[-1], name=f"Analytic for {attack_id} on {PLATFORMS[platform]}",
                       x_mitre_platforms=[PLATFORMS[platform]], x_mitre_domains=["enterprise-attack"],
                       x_mitre_log_source_references=[
                           {"x_mitre_data_component_ref": component(row[1]), "name": row[2], "channel": row[3]}
                           for row in rows if row[0] == platform])
        strategy = f"x-mitre-detection-strategy--{uuid.uuid5(NAMESPACE, f'strategy {attack_id}')}"
        yield stix("x-mitre-detection-strategy", strategy, name=f"Seeing {attack_id}",
                   x_mitre_analytic_refs=analytics, x_mitre_domains=["enterprise-attack"])
        yield relation("detects", strategy, stix_id(attack_id))


def component(number):
    return f"x-mitre-data-component--{uuid.uuid5(NAMESPACE, number)}"


def actors():
    """Groups, software, campaigns, and what connects them."""
    profile = {"source_name": "Demo who is who", "url": "https://example.org/who-is-who",
               "description": "Example Readers. (2020). Who is who in the demo. Retrieved June 2, 2025."}
    for attack_id, name, aliases, software, description in GROUPS:
        text = f"[{name}]({address(attack_id)}) {description}(Citation: {profile['source_name']})"
        group = catalogued(attack_id, name, text, aliases=[name] + aliases)
        group["external_references"].append(profile)
        yield group
        for used in software.split():
            yield relation("uses", stix_id(attack_id), stix_id(used), [profile], f"{name} has used {used}.")
    for attack_id, kind, name, platforms, aliases, description in SOFTWARE:
        yield catalogued(attack_id, name, f"[{name}]({address(attack_id)}) {description}", kind=kind,
                         x_mitre_platforms=[PLATFORMS[p] for p in platforms], x_mitre_aliases=[name] + aliases)
    for attack_id, name, group, first, last, description in CAMPAIGNS:
        yield catalogued(attack_id, name, f"[{name}]({address(attack_id)}) {description}", aliases=[name],
                         first_seen=f"{first}-01T00:00:00.000Z", last_seen=f"{last}-01T00:00:00.000Z")
        yield relation("attributed-to", stix_id(attack_id), stix_id(group))


# ---------------------------------------------------------------- reports and their citations

def fraction(label):
    """A number above 0 and below 1 that depends on the label alone."""
    return (int.from_bytes(hashlib.sha256(label.encode()).digest()[:6], "big") + 0.5) / 2 ** 48


def chosen(plan, title):
    """The techniques of a report: the ids themselves, or so many of a theme, the heavy ones first in line."""
    words = plan.split()
    if words[0] not in THEMES:
        return [word for word in words if word in NAMES]
    weighted = [(-math.log(fraction(f"{title}|{t}")) / weight, t)
                for weight, ids in THEMES[words[0]].items() for t in ids.split()]
    return [t for _, t in sorted(weighted)[:int(words[1])]]


def references(date, author, title):
    """The ways in which a report is cited: most have one."""
    name, host = AUTHORS[author]
    slug = re.sub("[^a-z0-9]+", "-", title.lower()).strip("-")
    url = ADDRESSES.get(title, f"https://{host}/{slug}")
    year = re.search(r"\d{4}", date)
    words = "Indicators" if title in ONE_NAME_FOR_TWO else " ".join(re.findall(r"[\w-]+", title)[:2])
    label = f"{author.capitalize()} {words}" + (f" {year.group()}" if year and words != "Indicators" else "")
    yield reference(label, url, date, name, title)
    if title in VARIANTS:
        other_label, other_url, other_date = VARIANTS[title]
        yield reference(other_label or label, other_url or url, other_date or date, name, title)


def reference(label, url, date, author, title):
    retrieved = "June 2, 2025" if "2025" in date or "2024" in date else "January 15, 2024"
    text = f"{author}. ({date}). {title}. Retrieved {retrieved}." if date else f"{title}, printed, 12 pages"
    return {"source_name": label, "description": text, **({"url": url} if url else {})}


def citations():
    """(source, technique) -> references, from the table of reports."""
    cited = {}
    for row in REPORTS.strip().splitlines():
        date, author, title, plan, who = (cell.strip() for cell in row.split("|"))
        ways, sources = list(references(date, author, title)), who.split()
        for place, attack_id in enumerate(chosen(plan, title)):
            everybody = place % 10 == 9
            for source in sources if everybody else [sources[place % len(sources)]]:
                cited.setdefault((source, attack_id), []).append(ways[place % len(ways)])
    return cited


def procedures():
    """The `uses` of techniques. Two citations of one pair sometimes stand in two parallel relationships."""
    for (source, attack_id), cited in sorted(citations().items()):
        halves = [cited]
        if len(cited) == 2 and fraction(f"{source} {attack_id}") < 0.25:
            halves = [cited[:1], cited[1:]]
        for number, half in enumerate(halves):
            yield uses(source, attack_id, half, note=str(number))


def uses(source, attack_id, cited, **fields):
    name = f"[{NAMES[source]}]({address(source)})" if source[0] == "G" else NAMES[source]
    text = f"{name} has {DONE[attack_id]}."
    return relation("uses", stix_id(source), stix_id(attack_id), cited, text, **fields)


# ---------------------------------------------------------------- what real releases do, too

def oddities():
    unseen = reference("Unseen", "https://example.org/unseen", "2020, May 5", "Nobody", "Counted nowhere")
    twice = reference("Unseen 2", "https://example.org/unseen-2", "2020, May 6", "Nobody", "Counted nowhere, again")

    # Dead sources: a revoked group with a successor, revoked and deprecated software. Their `uses` do not count.
    yield catalogued("G9011", "Brass Heron", "is Copper Heron now.", aliases=["Brass Heron"], revoked=True)
    yield relation("revoked-by", stix_id("G9011"), stix_id("G9001"))
    yield uses("G9011", "T1011", [unseen])
    for (attack_id, kind, name, platforms, _, text), flags in zip(DEAD_SOFTWARE, (
            {"revoked": True}, {"revoked": False, "x_mitre_deprecated": True}, {})):
        yield catalogued(attack_id, name, text, kind=kind, x_mitre_platforms=[PLATFORMS[p] for p in platforms],
                         **flags)
    yield relation("revoked-by", stix_id("S9013"), stix_id("S9001"))
    yield uses("S9014", "T1105", [unseen])

    # Relationships that are dead by themselves, with both ends live.
    yield uses("G9010", "T1620", [unseen], x_mitre_deprecated=True)
    yield uses("G9010", "T1068", [twice], revoked=True)

    # Targets: deprecated, ending on a deprecated one, lost, revoked twice over (that one counts).
    yield uses("G9004", "T1064", [unseen])
    yield uses("G9004", "T9901", [unseen])
    yield uses("G9004", "T9902", [unseen])
    yield uses("G9004", "T9903", [unseen])
    swallow = list(references("2022, July 4", "brackwater", "Tin Swallow on phones and desks"))
    yield uses("G9005", "T1574.002", swallow)

    # Refs that lead nowhere.
    yield relation("uses", stix_id("G9002"), stix_id("T9904"), [twice], "Night Ferry has used what is not here.")
    yield relation("uses", stix_id("G9099"), stix_id("T1105"), [twice], "Somebody who is not here has used T1105.")
    yield relation("detects", f"x-mitre-detection-strategy--{uuid.uuid5(NAMESPACE, 'lost')}", stix_id("T1068"))

    # `uses` without a citation: counted as such, never a report.
    yield uses("G9008", "T1485", [])
    yield uses("S9002", "T1027", [], note="uncited")
    yield uses("C9004", "T1021.004", [], note="uncited")

    # One relationship that cites one report under two names.
    heron = list(references("2021, January 18", "brackwater", "Copper Heron and its partners"))
    yield uses("G9001", "T1055", heron, note="two names")

    # The same id twice: the newest `modified` wins, on equal ones the later in reading order.
    yield {**technique("T1105", "Remote File Copy", "command-and-control lateral-movement", "W", "An older text."),
           "modified": "2023-01-01T00:00:00.000Z", "revoked": False}
    row = next(row for row in TECHNIQUES if row[0] == "T1033")
    yield technique(*row[:4], row[5] + " Of two texts of one hour the later counts: this one.")
    yield {**catalogued("S9005", "Marginalia (old)", "is an older text.", kind="malware", x_mitre_deprecated=True),
           "modified": "2023-01-01T00:00:00.000Z", "x_mitre_domains": ["mobile-attack"]}
    yield {**catalogued("S9016", "Live here, dead below", "is live in its older text only.", kind="malware"),
           "modified": "2023-01-01T00:00:00.000Z"}
    yield {**catalogued("S9016", "Live here, dead below", "is dead in its newer text.", kind="malware"),
           "x_mitre_deprecated": True}
    yield relation("uses", stix_id("S9016", "malware"), stix_id("T1105"), [twice], "It has done something.")

    # Other objects: a mitigation, a dead strategy, a type that nobody knows.
    mitigation = stix("course-of-action", f"course-of-action--{uuid.uuid5(NAMESPACE, 'M9001')}",
                      name="Keep spare keys elsewhere", description="Backups out of reach cannot be deleted.",
                      external_references=[{"source_name": "mitre-attack", "external_id": "M9001",
                                            "url": "https://attack.mitre.org/mitigations/M9001"}],
                      x_mitre_domains=["enterprise-attack"])
    yield mitigation
    yield relation("mitigates", mitigation["id"], stix_id("T1490"), text="Keep copies that this host cannot reach.")
    dead = stix("x-mitre-detection-strategy", f"x-mitre-detection-strategy--{uuid.uuid5(NAMESPACE, 'dead')}",
                name="A strategy that was withdrawn", x_mitre_analytic_refs=[], x_mitre_deprecated=True)
    yield dead
    yield relation("detects", dead["id"], stix_id("T1068"))
    yield stix("x-demo-note", f"x-demo-note--{uuid.uuid5(NAMESPACE, 'note')}", text="Nobody knows this type.",
               weight=1.5)


NAMES = {row[0]: row[2] if row[0][0] == "S" else row[1]
         for row in TECHNIQUES + RETIRED + GROUPS + SOFTWARE + CAMPAIGNS + DEAD_SOFTWARE}
NAMES["G9011"] = "Brass Heron"
DONE = {row[0]: row[4] for row in TECHNIQUES + RETIRED}


def main():
    objects = [*frame(), *techniques(), *retired_techniques(), *detection(), *actors(), *procedures(), *oddities()]
    lines = ",\n".join(json.dumps(o, ensure_ascii=False, separators=(",", ":")) for o in objects)
    bundle = f"bundle--{uuid.uuid5(NAMESPACE, 'bundle')}"
    text = f'{{"type":"bundle","id":"{bundle}","objects":[\n{lines}\n]}}\n'
    sys.stdout.buffer.write(text.encode("utf-8"))


if __name__ == "__main__":
    main()

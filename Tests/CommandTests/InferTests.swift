import Foundation
import Testing

struct InferTests {
  private func infer(_ arguments: String...) async throws -> ToolRun {
    let bench = try Workbench()
    return try await ToolRun(
      "infer", ["--bundle", "Site/demo/demo-attack.json"] + arguments, in: bench.folder,
      environment: ["COLUMNS": "80"])
  }

  @Test func `the answer tells the chance, its range, its base, who says so, and where to look`()
    async throws
  {
    let run = try await infer("T1047", "T1059.001", "--top", "2")
    #expect(run.code == 0)
    #expect(
      run.output == #"""
        Seen: T1047 Windows Management Instrumentation, T1059.001 PowerShell
        10 of 91 reports cite all of it (Demo data 1.0).

          #  technique                      chance    range   usual   times     with all
          1  T1059.003 Windows Command Sh…    40 %    20–64    24 %    1.6×      7 of 10
              see  WinEventLog:Sysmon EventCode=1 (Process Creation, Windows)
              3.8  2020-04-02, The Night Ferry leaves at eight
              2.4  2021-02-03, MailSieve
          2  T1190 Exploit Public-Facing …    31 %    14–56    21 %    1.5×      6 of 10
                   may have come before: by its tactic alone
              see  WinEventLog:Sysmon EventCode=1 (Process Creation, Windows)
              3.8  2020-04-02, The Night Ferry leaves at eight
              3.4  2023-07-17, Mail by keyword

        How it may have begun and ended, the best supported chains first:
          T1047 → T1490
              T1047 → T1490: gives administrator rights on a Windows host, which T1490
              needs; 7 reports
          T1047 → T1003.001 → T1053.005 → T1490
              T1047 → T1003.001: gives administrator rights on a Windows host, which
              T1003.001 needs; 8 reports
              T1003.001 → T1053.005: gives a domain user’s password, which T1053.005
              needs; 3 reports
              T1053.005 → T1490: gives administrator rights on a Windows host, which
              T1490 needs; 5 reports
          T1047 → T1003.001 → T1021.002 → T1053.005 → T1490
              T1047 → T1003.001: gives administrator rights on a Windows host, which
              T1003.001 needs; 8 reports
              T1003.001 → T1021.002: gives a domain user’s password, which T1021.002
              needs; 8 reports
              T1021.002 → T1053.005: gives the intruder’s tool on another host, which
              T1053.005 needs; 4 reports
              T1053.005 → T1490: gives administrator rights on a Windows host, which
              T1490 needs; 5 reports

        Where to look first: WinEventLog:Sysmon alone shows both.

        The chance is calibrated, and its range is right about 9 times in 10. Usual: the
        chance before anything was seen; times: how many times that the chance is. With
        all: reports that cite it and all that was seen. Below each technique: where to
        see it on the platforms of what was seen, and the reports with the most say,
        with their points of the chance before calibration.


        """#)
  }

  @Test func `with the sources that one has, what they cannot show stands last`() async throws {
    let plan = try await infer(
      "T1047", "T1059.001", "--format", "markdown", "--have", "wineventlog:security")
    #expect(plan.code == 0)
    let parts = plan.output.components(separatedBy: "## Not visible with your log sources")
    #expect(parts.count == 2)
    #expect(parts[0].contains("Where: likely: WinEventLog:Security EventCode=4688"))
    #expect(parts[0].contains("alone shows 9 of 10, 4 of them only likely. The other one: "))
    #expect(parts[1].contains("WinEventLog:Sysmon") && !parts[1].contains("WinEventLog:Security"))
    let json = try await infer(
      "T1047", "--format", "json", "--top", "2", "--have", "WinEventLog:Security")
    #expect(json.output.contains(#""visible":"#))
    let elsewhere = try await infer(
      "T1047", "--format", "json", "--top", "2", "--have", "linux/WinEventLog:Security")
    #expect(elsewhere.code == 0 && !elsewhere.output.contains(#""visible":"likely""#))
    #expect(elsewhere.output.contains(#""visible":"no""#))
    let none = try await infer("T1047", "--have", "WinEventLog:Securty")
    #expect(none.code == 1 && none.errors.contains("did you mean `WinEventLog:Security`?"))
  }

  @Test func `the hunt plan has a task for each technique, to be pasted into a ticket`()
    async throws
  {
    let run = try await infer("T1047", "T9999", "--top", "2", "--format", "markdown")
    #expect(run.code == 0)
    #expect(
      run.output == #"""
        # Hunt plan

        Seen: [T1047 Windows Management \#
        Instrumentation](https://attack.mitre.org/techniques/T1047/). 19 of 91 reports cite it \#
        (Demo data 1.0).

        Where to look first: **WinEventLog:Sysmon alone shows both**.

        ## May have come before

        1. [ ] **[T1190 Exploit Public-Facing \#
        Application](https://attack.mitre.org/techniques/T1190/)**
           - Why: 34 % likely (17–55 %), 1.6× the usual 21 %; 9 of 19 reports that cite what was \#
        seen
           - Order: by its tactic alone
           - Where: WinEventLog:Sysmon EventCode=1 (Process Creation, Windows)
           - Reports: [MailSieve](https://oldmill.example.org/mailsieve), oldmill.example.org, \#
        2021-02-03; [Glass in the \#
        harbour](https://research.kestrelrow.example.org/glass-in-the-harbour), \#
        research.kestrelrow.example.org, 2023-03-21

        ## Beside it

        2. [ ] **[T1003.003 NTDS](https://attack.mitre.org/techniques/T1003/003/)**
           - Why: 28 % likely (13–50 %), 1.6× the usual 18 %; 9 of 19 reports that cite what was \#
        seen
           - Where: WinEventLog:Sysmon EventCode=1 (Process Creation, Windows)
           - Reports: [MailSieve](https://oldmill.example.org/mailsieve), oldmill.example.org, \#
        2021-02-03; [Glass in the \#
        harbour](https://research.kestrelrow.example.org/glass-in-the-harbour), \#
        research.kestrelrow.example.org, 2023-03-21

        ## How it may have begun and ended

        - [T1047 Windows Management Instrumentation](https://attack.mitre.org/techniques/T1047/) \#
        → [T1490 Inhibit System Recovery](https://attack.mitre.org/techniques/T1490/)
           - T1047 → T1490: gives administrator rights on a Windows host, which T1490 needs; 7 \#
        reports
        - [T1047 Windows Management Instrumentation](https://attack.mitre.org/techniques/T1047/) \#
        → [T1003.001 LSASS Memory](https://attack.mitre.org/techniques/T1003/001/) → [T1053.005 \#
        Scheduled Task](https://attack.mitre.org/techniques/T1053/005/) → [T1490 Inhibit System \#
        Recovery](https://attack.mitre.org/techniques/T1490/)
           - T1047 → T1003.001: gives administrator rights on a Windows host, which T1003.001 \#
        needs; 8 reports
           - T1003.001 → T1053.005: gives a domain user’s password, which T1053.005 needs; 3 \#
        reports
           - T1053.005 → T1490: gives administrator rights on a Windows host, which T1490 needs; \#
        5 reports
        - [T1047 Windows Management Instrumentation](https://attack.mitre.org/techniques/T1047/) \#
        → [T1003.001 LSASS Memory](https://attack.mitre.org/techniques/T1003/001/) → [T1021.002 \#
        SMB/Windows Admin Shares](https://attack.mitre.org/techniques/T1021/002/) → [T1053.005 \#
        Scheduled Task](https://attack.mitre.org/techniques/T1053/005/) → [T1490 Inhibit System \#
        Recovery](https://attack.mitre.org/techniques/T1490/)
           - T1047 → T1003.001: gives administrator rights on a Windows host, which T1003.001 \#
        needs; 8 reports
           - T1003.001 → T1021.002: gives a domain user’s password, which T1021.002 needs; 8 \#
        reports
           - T1021.002 → T1053.005: gives the intruder’s tool on another host, which T1053.005 \#
        needs; 4 reports
           - T1053.005 → T1490: gives administrator rights on a Windows host, which T1490 needs; \#
        5 reports

        The order comes from few flows, plans and procedures: it is a hint, not a finding. Each \#
        chance is calibrated, and its range is right about 9 times in 10. The usual is the chance \#
        before anything was seen. Numbers count reports, not intrusions. Not reported does not \#
        mean absent. “Where” is what ATT&CK names for Windows or, if it names nothing there, for \#
        the technique’s own platforms.

        """#)
    #expect(
      run.errors.hasSuffix(
        "notice: ids of techniques left out, which no bundle has in use: 1 (T9999)\n"))
  }

  @Test func `what is seen before an intrusion leads to every platform`() async throws {
    let run = try await infer("T1583", "--top", "2", "--format", "markdown")
    #expect(
      run.output == #"""
        # Hunt plan

        Seen: [T1583 Acquire Infrastructure](https://attack.mitre.org/techniques/T1583/). 6 of 91 \#
        reports cite it (Demo data 1.0).

        Where to look first: **WinEventLog:Sysmon alone shows both**.

        1. [ ] **[T1204.002 Malicious File](https://attack.mitre.org/techniques/T1204/002/)**
           - Why: 40 % likely (18–67 %), 1.4× the usual 28 %; 3 of 6 reports that cite what was \#
        seen
           - Where: WinEventLog:Sysmon EventCode=11 (File Creation, Windows)
           - Reports: [LetterOpener: macros and what \#
        follows](https://cert.northmoor.example.org/letteropener-macros-and-what-follows), \#
        cert.northmoor.example.org, 2018-06-27; [Slow Courier: tools and \#
        habits](https://halvorsen-pike.example.org/slow-courier-tools-and-habits), \#
        halvorsen-pike.example.org, 2021-04-14
        2. [ ] **[T1105 Ingress Tool Transfer](https://attack.mitre.org/techniques/T1105/)**
           - Why: 45 % likely (22–71 %), 1.2× the usual 36 %; 3 of 6 reports that cite what was \#
        seen
           - Where: WinEventLog:Sysmon EventCode=11 (File Creation, Windows)
           - Reports: [Ledger Line \#
        closed](https://halvorsen-pike.example.org/ledger-line-closed), \#
        halvorsen-pike.example.org, 2022-09-06; [Slow Courier: tools and \#
        habits](https://halvorsen-pike.example.org/slow-courier-tools-and-habits), \#
        halvorsen-pike.example.org, 2021-04-14

        The order comes from few flows, plans and procedures: it is a hint, not a finding. Each \#
        chance is calibrated, and its range is right about 9 times in 10. The usual is the chance \#
        before anything was seen. Numbers count reports, not intrusions. Not reported does not \#
        mean absent. “Where” is what ATT&CK names for every platform or, if it names nothing \#
        there, for the technique’s own platforms.

        """#)
  }

  @Test func `programs get every digit, and where to look on every platform`() async throws {
    let run = try await infer("T1047", "--top", "1", "--format", "json")
    #expect(
      run.output == #"""
        {"schema":2,"tool":"attack-relations","version":"0.1.0","order":"telling","evidence":["T1047"],"absent":[],"unknown":[],"releases":["Demo data 1.0"],"reports_with_all":19,"techniques":[{"technique":"T1190","name":"Exploit Public-Facing Application","raw":0.2928153246336246,"probability":0.3351561980234411,"low":0.16958114214209608,"high":0.5544551016151679,"usual":0.21195652173913043,"times":1.5812497547772606,"score":0.3948891807231961,"together":9,"base_term":0.1348184543844433,"reports":[{"id":"oldmill-example-org-mailsieve-bc8597e4","title":"MailSieve","url":"https://oldmill.example.org/mailsieve","published":"2021-02-03","share":0.028094423448419215},{"id":"research-kestrelrow-example-org-glass-in-the-harbour-d790932b","title":"Glass in the harbour","url":"https://research.kestrelrow.example.org/glass-in-the-harbour","published":"2023-03-21","share":0.025260810030884182},{"id":"research-kestrelrow-example-org-the-night-ferry-leaves-at-ei-7d8c0cc4","title":"The Night Ferry leaves at eight","url":"https://research.kestrelrow.example.org/the-night-ferry-leaves-at-eight","published":"2020-04-02","share":0.019899611406043415},{"id":"saltmarsh-example-org-from-the-web-server-to-the-mailbox-1b9f31f5","title":"From the web server to the mailbox","url":"https://saltmarsh.example.org/from-the-web-server-to-the-mailbox","published":"2020-03-18","share":0.019635257110323847},{"id":"oldmill-example-org-mail-by-keyword-8829dece","title":"Mail by keyword","url":"https://oldmill.example.org/mail-by-keyword","published":"2023-07-17","share":0.01802715402413071},{"id":"brackwater-example-org-harbour-glass-a-profile-d1167f11","title":"Harbour Glass: a profile","url":"https://brackwater.example.org/harbour-glass-a-profile","published":"2021-09-28","share":0.012614713972918306},{"id":"halvorsen-pike-example-org-ledger-line-closed-ba362598","title":"Ledger Line closed","url":"https://halvorsen-pike.example.org/ledger-line-closed","published":"2022-09-06","share":0.010759871296237709},{"id":"oldmill-example-org-how-the-registers-were-lost-86f353cd","title":"How the registers were lost","url":"https://oldmill.example.org/how-the-registers-were-lost","published":"2021-06-14","share":0.01004524064378506},{"id":"halvorsen-pike-example-org-weekend-encryption-the-whole-stor-c17cbdf4","title":"Weekend Encryption: the whole story","url":"https://halvorsen-pike.example.org/weekend-encryption-the-whole-story","published":"2023-08-30","share":0.00813489798706628},{"id":"example-org-dray-1-day-patching-after-the-fact-d0e1410e","title":"-1 day: patching after the fact","url":"https://example.org/dray/1-day-patching-after-the-fact","published":"2024-08-12","share":0.0009520586994686771}],"reports_left_out":0.004572831629903925,"look_in":[{"platform":"Linux","component":"Application Log Content","log_sources":["Application Log"]},{"platform":"Linux","component":"Process Creation","log_sources":["auditd:SYSCALL"]},{"platform":"Windows","component":"Process Creation","log_sources":["WinEventLog:Sysmon"]}],"part":{"place":"before","basis":"tactic"}}],"chains":[{"direction":"forward","score":0.5,"techniques":["T1047","T1490"],"steps":[{"from":"T1047","to":"T1490","drawn":[],"run":[],"facts":["administrator rights on a Windows host"],"procedures":1,"together":7,"firm":false}]},{"direction":"forward","score":0.125,"techniques":["T1047","T1003.001","T1053.005","T1490"],"steps":[{"from":"T1047","to":"T1003.001","drawn":[],"run":[],"facts":["administrator rights on a Windows host"],"procedures":1,"together":8,"firm":false},{"from":"T1003.001","to":"T1053.005","drawn":[],"run":[],"facts":["a domain user’s password"],"procedures":1,"together":3,"firm":false},{"from":"T1053.005","to":"T1490","drawn":[],"run":[],"facts":["administrator rights on a Windows host"],"procedures":1,"together":5,"firm":false}]},{"direction":"forward","score":0.0625,"techniques":["T1047","T1003.001","T1021.002","T1053.005","T1490"],"steps":[{"from":"T1047","to":"T1003.001","drawn":[],"run":[],"facts":["administrator rights on a Windows host"],"procedures":1,"together":8,"firm":false},{"from":"T1003.001","to":"T1021.002","drawn":[],"run":[],"facts":["a domain user’s password"],"procedures":1,"together":8,"firm":false},{"from":"T1021.002","to":"T1053.005","drawn":[],"run":[],"facts":["the intruder’s tool on another host"],"procedures":1,"together":4,"firm":false},{"from":"T1053.005","to":"T1490","drawn":[],"run":[],"facts":["administrator rights on a Windows host"],"procedures":1,"together":5,"firm":false}]}]}

        """#)
  }

  @Test func `a retired id is followed, and told`() async throws {
    let run = try await infer("T1086", "t1047", "--top", "2")
    #expect(try await run.output == infer("T1059.001", "T1047", "--top", "2").output)
    #expect(
      run.errors.hasSuffix(
        "notice: ids of techniques followed to what took their place: 1 "
          + "(T1086 is T1059.001 PowerShell)\n"))
  }

  @Test func `what was looked for and not found leaves the list, and changes no chance`()
    async throws
  {
    let all = try await infer("T1047", "--top", "4")
    let left = try await infer("T1047", "--top", "3", "--not", "t1190")
    #expect(
      left.output.contains(
        """
        Looked for, not found: T1190 Exploit Public-Facing Application. The list leaves
        out what was not found; the chances stay the same.
        19 of 91 reports cite it (Demo data 1.0).

        """))
    let rows = { (run: ToolRun) in
      run.output.split(separator: "\n").filter { $0.contains(" of 19") }.map { $0.dropFirst(5) }
    }
    #expect(rows(left) == rows(all).filter { !$0.hasPrefix("T1190 ") })
    let plan = try await infer("T1047", "--not", "T1190", "--format", "markdown")
    #expect(
      plan.output.contains(
        "\n\nLooked for, not found: [T1190 Exploit Public-Facing Application]"
          + "(https://attack.mitre.org/techniques/T1190/). The list leaves out"))
    let json = try await infer(
      "T1047", "--not", "T1190", "--not", "T1105", "--not", "T9999", "--format", "json")
    #expect(json.output.contains(#""absent":["T1105","T1190"],"unknown":["T9999"]"#))
    #expect(!json.output.contains(#"{"technique":"T1190""#))
    #expect(json.errors.contains("which no bundle has in use: 1 (T9999)"))
    let both = try await infer("T1047", "--not", "T1047")
    #expect(both.code == 1)
    #expect(both.errors.contains("error: named as both seen and not found: T1047"))
  }

  @Test func `a technique that no report cites leaves the base rates`() async throws {
    let run = try await infer("T1593", "--top", "1")
    #expect(run.code == 0 && run.output.contains("\n0 of 91 reports cite it (Demo data 1.0).\n"))
    #expect(run.errors.contains("that no report cites, so that they tell nothing: 1 (T1593)"))
  }

  @Test(arguments: [
    (
      "T9999",
      "error: none of T9999 is live in these bundles: nothing to infer from\n"
    ),
    (
      "T1059.1",
      "error: `T1059.1` is not the id of a technique\n  expected ids such as T1047 or T1059.001\n"
    ),
    (
      "T1O47",
      "error: `T1O47` is not the id of a technique\n  expected ids such as T1047 or T1059.001\n"
    ),
  ])
  func `what is no live technique ends with an error that names it`(id: String, error: String)
    async throws
  {
    let run = try await infer(id)
    #expect(run.code == 1 && run.output.isEmpty && run.errors.hasSuffix(error))
  }
}

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
        10 of 91 reports cite all of it (Enterprise v1.0).

          #  technique                             chance    range     with all   of all
          1  T1059.003 Windows Command Shell         36 %    17–60      7 of 10     24 %
              see  Process Creation
             10.0  2020-04-02, The Night Ferry leaves at eight
              6.0  2021-09-28, Harbour Glass: a profile
          2  T1190 Exploit Public-Facing Applica…    36 %    17–60      6 of 10     21 %
              see  Process Creation
             10.0  2020-04-02, The Night Ferry leaves at eight
              9.0  2023-07-17, Mail by keyword

        Where to look first, on Windows: WinEventLog:Sysmon alone shows both.

        The chance is calibrated; its range covers about 9 in 10. With all: reports that
        cite it and all that was seen; of all: its share of all reports. Below each
        technique what shows it where the seen ones run, and the reports that say so
        most, with their points of the estimate.


        """#)
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
        Instrumentation](https://attack.mitre.org/techniques/T1047/). 19 of 91 reports \#
        cite it (Enterprise v1.0).

        Where to look first, on Windows: **WinEventLog:Sysmon alone shows both**.

        1. [ ] **[T1190 Exploit Public-Facing \#
        Application](https://attack.mitre.org/techniques/T1190/)**
           - Why: 36 % likely (17–61 %); in 9 of the 19 reports that cite it, and in 21 % \#
        of all reports
           - Says who: [MailSieve](https://oldmill.example.org/mailsieve) (2021-02-03); \#
        [Glass in the \#
        harbour](https://research.kestrelrow.example.org/glass-in-the-harbour) \#
        (2023-03-21); [The Night Ferry leaves at \#
        eight](https://research.kestrelrow.example.org/the-night-ferry-leaves-at-eight) \#
        (2020-04-02)
           - Where: Windows: Process Creation in WinEventLog:Sysmon (EventCode=1)
        2. [ ] **[T1003.003 NTDS](https://attack.mitre.org/techniques/T1003/003/)**
           - Why: 36 % likely (16–61 %); in 9 of the 19 reports that cite it, and in 18 % \#
        of all reports
           - Says who: [MailSieve](https://oldmill.example.org/mailsieve) (2021-02-03); \#
        [Glass in the \#
        harbour](https://research.kestrelrow.example.org/glass-in-the-harbour) \#
        (2023-03-21); [From the web server to the \#
        mailbox](https://saltmarsh.example.org/from-the-web-server-to-the-mailbox) \#
        (2020-03-18)
           - Where: Windows: File Access in WinEventLog:Security (EventCode=4663, 4670, \#
        4656)
           - Where: Windows: Process Creation in WinEventLog:Sysmon (EventCode=1)

        A chance is calibrated, and its range right about 9 times in 10. Numbers count \#
        reports, not intrusions: what is not reported is not absent. Where to look is what \#
        ATT&CK names, on the platforms of what was seen.

        """#)
    #expect(
      run.errors.hasSuffix(
        "notice: ids of what was seen left out, live in none of the bundles: 1 (T9999)\n"))
  }

  @Test func `what is seen before an intrusion leads to every platform`() async throws {
    let run = try await infer("T1583", "--top", "2", "--format", "markdown")
    #expect(
      run.output == #"""
        # Hunt plan

        Seen: [T1583 Acquire Infrastructure](https://attack.mitre.org/techniques/T1583/). \#
        6 of 91 reports cite it (Enterprise v1.0).

        Where to look first: **WinEventLog:Sysmon alone shows both**.

        1. [ ] **[T1036 Masquerading](https://attack.mitre.org/techniques/T1036/)**
           - Why: 38 % likely (12–74 %); in 3 of the 6 reports that cite it, and in 8 % \#
        of all reports
           - Says who: [LetterOpener: macros and what \#
        follows](https://cert.northmoor.example.org/letteropener-macros-and-what-follows) \#
        (2018-06-27); [Ledger Line \#
        closed](https://halvorsen-pike.example.org/ledger-line-closed) (2022-09-06); \#
        [Paper, ink and swallows: an \#
        overview](https://brackwater.example.org/paper-ink-and-swallows-an-overview) \#
        (2024-11-05)
           - Where: Linux: Process Creation in auditd:SYSCALL (execve)
           - Where: Windows: File Creation in WinEventLog:Sysmon (EventCode=11)
           - Where: Windows: Process Creation in WinEventLog:Sysmon (EventCode=1)
        2. [ ] **[T1204.002 Malicious \#
        File](https://attack.mitre.org/techniques/T1204/002/)**
           - Why: 38 % likely (12–74 %); in 3 of the 6 reports that cite it, and in 28 % \#
        of all reports
           - Says who: [LetterOpener: macros and what \#
        follows](https://cert.northmoor.example.org/letteropener-macros-and-what-follows) \#
        (2018-06-27); [Slow Courier: tools and \#
        habits](https://halvorsen-pike.example.org/slow-courier-tools-and-habits) \#
        (2021-04-14); [Paper, ink and swallows: an \#
        overview](https://brackwater.example.org/paper-ink-and-swallows-an-overview) \#
        (2024-11-05)
           - Where: Windows: File Creation in WinEventLog:Sysmon (EventCode=11)
           - Where: Windows: Process Creation in WinEventLog:Sysmon (EventCode=1)
           - Where: macOS: Process Creation in macos:endpointsecurity \#
        (ES\_EVENT\_TYPE\_NOTIFY\_EXEC)

        A chance is calibrated, and its range right about 9 times in 10. Numbers count \#
        reports, not intrusions: what is not reported is not absent. Where to look is what \#
        ATT&CK names, on every platform.

        """#)
  }

  @Test func `programs get every digit, and where to look on every platform`() async throws {
    let run = try await infer("T1047", "--top", "1", "--format", "json")
    #expect(
      run.output == #"""
        {"evidence":["T1047"],"unknown":[],"releases":["Enterprise \#
        v1.0"],"reports_with_all":19,"techniques":[{"technique":"T1190","name":"Exploit \#
        Public-Facing \#
        Application","raw":0.4350913615819619,"probability":0.36286708814303864,"low":0.1694786810954134,"high":0.6138306612564433,"base_rate":0.21195652173913043,"base_term":0.010659304090813625,"together":9,"reports":[{"id":"oldmill-example-org-mailsieve-bc8597e4","term":0.08381675011579943},{"id":"research-kestrelrow-example-org-glass-in-the-harbour-d790932b","term":0.07184292867068523},{"id":"research-kestrelrow-example-org-the-night-ferry-leaves-at-ei-7d8c0cc4","term":0.05587783341053296},{"id":"saltmarsh-example-org-from-the-web-server-to-the-mailbox-1b9f31f5","term":0.05587783341053296},{"id":"oldmill-example-org-mail-by-keyword-8829dece","term":0.05029005006947967},{"id":"brackwater-example-org-harbour-glass-a-profile-d1167f11","term":0.033526700046319774},{"id":"halvorsen-pike-example-org-ledger-line-closed-ba362598","term":0.02793891670526648},{"id":"oldmill-example-org-how-the-registers-were-lost-86f353cd","term":0.025145025034739834},{"id":"halvorsen-pike-example-org-weekend-encryption-the-whole-stor-c17cbdf4","term":0.020116020027791868}],"look_in":[{"platform":"Linux","component":"Application \#
        Log Content","log_sources":["Application \#
        Log"]},{"platform":"Linux","component":"Process \#
        Creation","log_sources":["auditd:SYSCALL"]},{"platform":"Windows","component":"Process \#
        Creation","log_sources":["WinEventLog:Sysmon"]}]}]}

        """#)
  }

  @Test func `a retired id is followed, and told`() async throws {
    let run = try await infer("T1086", "t1047", "--top", "2")
    #expect(try await run.output == infer("T1059.001", "T1047", "--top", "2").output)
    #expect(
      run.errors.hasSuffix(
        "notice: ids of what was seen followed to what took their place: 1 "
          + "(T1086 is T1059.001 PowerShell)\n"))
  }

  @Test func `a technique that no report cites leaves the base rates`() async throws {
    let run = try await infer("T1593", "--top", "1")
    #expect(run.code == 0 && run.output.contains("\n0 of 91 reports cite it (Enterprise v1.0).\n"))
    #expect(run.errors.contains("that no report cites, so that they tell nothing: 1 (T1593)"))
  }

  @Test(arguments: [
    (
      "T9999",
      "error: none of T9999 is live in these bundles: nothing to infer from\n"
    ),
    (
      "T1059.1",
      "error: `T1059.1` is no technique's id\n  expected ids such as T1047 or T1059.001\n"
    ),
    (
      "T1O47",
      "error: `T1O47` is no technique's id\n  expected ids such as T1047 or T1059.001\n"
    ),
  ])
  func `what is no live technique ends with an error that names it`(id: String, error: String)
    async throws
  {
    let run = try await infer(id)
    #expect(run.code == 1 && run.output.isEmpty && run.errors.hasSuffix(error))
  }
}

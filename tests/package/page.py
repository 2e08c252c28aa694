"""Writes the page of a small conference whose names try to be markup and of which some are written from right to
left, and reads it as browsers do: nothing from a file is markup, nothing is fetched, the script is the one that the
page's policy lets run. Where chromium is at hand it draws the page, chooses in each filter, and prints it."""

import base64
import hashlib
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

top, command = pathlib.Path(sys.argv[1]), sys.argv[2]
BAD = "</title><script>document.title='broken'</script><img src=x onerror=alert(1)> \\\"' & عنا 総会"
PLANNING = f"""
conference: {{name: "{BAD}", timezone: Europe/Zurich, dates: 2027-03-08..2027-03-09}}
topics: [{{id: net, name: "{BAD}"}}, {{id: tax}}]
committees:
  - {{id: pl, name: "{BAD}", topics: [net], seats: {{lead: 1, notes: 1}}}}
  - {{id: wg, topics: [tax]}}
sessions:
  - {{id: pl-1, committee: pl, day: 2027-03-08, time: 09:00-10:00, room: "{BAD}"}}
  - {{id: wg-1, committee: wg, day: 2027-03-09, time: 09:00-10:00, name: "{BAD}"}}
  - {{id: wg-2, committee: wg, day: 2027-03-09, time: 09:30-10:30}}
attendees:
  - {{id: ana, name: "{BAD}", organisation: "{BAD}"}}
  - {{id: bo, organisation: Bee}}
"""
PLAN = """
plan: {format: 1}
assignments:
  - {session: pl-1, role: lead, attendee: ana}
  - {session: wg-1, role: lead, attendee: bo}
  - {session: wg-2, role: lead, attendee: ana}
"""
# Chooses each value and writes down which sessions can be seen: read back from the page that chromium prints.
PROBE = """
<script>
addEventListener('error', event => { document.body.dataset.failed = event.message; });
addEventListener('load', () => {
  const form = document.getElementById('filters');
  const seen = () => [...document.querySelectorAll('article')].filter(each => each.offsetParent !== null)
    .map(each => each.id).join('+');
  const found = ['all=' + seen()];
  for (const box of form.querySelectorAll('select')) {
    for (const option of [...box.options].slice(1)) {
      box.value = option.value;
      box.dispatchEvent(new Event('change', {bubbles: true}));
      found.push(box.name + option.value + '=' + seen());
    }
    box.value = '';
  }
  form.elements.g.click();
  found.push('g=' + seen());
  document.body.dataset.found = found.join(' ');
});
</script>
"""
FOUND = ("all=s0+s1+s2 d2027-03-08=s0 d2027-03-09=s1+s2 a0=s0+s2 a1=s1 o0=s0+s2 o1=s1 c0=s0 c1=s1+s2 t0=s0 t1=s1+s2 "
         "g=s0")
# A day of 60 sessions in twelve rooms, which still is one sheet of paper.
CROWDED = """
conference: {name: Crowded, timezone: Europe/Zurich, dates: 2027-03-08, seats: {lead: 1, notes: 0..1, backup: 0..1}}
committees: [{id: wg, name: Working group on enhanced cooperation}]
attendees: [{id: ana, name: Ana Lima}]
sessions:
""" + "".join(f"  - {{id: s{room}-{turn}, committee: wg, day: 2027-03-08, time: '{8 + 3 * turn:02}:{room % 4}0-"
              f"{10 + 3 * turn:02}:30', room: Room {room}}}\n" for room in range(12) for turn in range(5))
# As many sessions and people as the largest conference of its kind has.
LARGE = """
conference:
  name: Large
  timezone: Europe/Zurich
  dates: 2027-03-01..2027-03-15
  seats: {lead: 1, notes: 1, backup: 0..1}
topics: [""" + ", ".join(f"{{id: t{i}, name: Topic of public interest {i}}}" for i in range(12)) + """]
committees:
""" + "".join(f"  - {{id: wg{i}, name: Working group on enhanced cooperation {i}, topics: [t{i}]}}\n"
              for i in range(12)) + """
attendees:
""" + "".join(f"  - {{id: a{i}, name: Adviser of a delegation {i}, organisation: Organisation {i % 15}}}\n"
              for i in range(40)) + """
sessions:
""" + "".join(f"  - {{id: s{i}, committee: wg{i % 12}, day: 2027-03-{1 + i // 40:02}, "
              f"time: '{8 + i % 40 // 10 * 3:02}:00-{10 + i % 40 // 10 * 3:02}:00', room: Room {i % 10}, "
              f"name: meeting {i}}}\n" for i in range(600))
LARGE_PLAN = "plan: {format: 1}\nassignments:\n" + "".join(
    f"  - {{session: s{i}, role: {role}, attendee: a{(3 * i + seat) % 40}}}\n"
    for i in range(600) for seat, role in enumerate(("lead", "notes", "backup")))
faults = []


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.script, self.text, self.within = [], "", "", ""

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.within = tag
        for name, value in attributes:
            if name.startswith("on") or name == "src" or (name == "href" and not value.startswith("#")):
                faults.append(f"a {tag} has {name}={value}")

    def handle_data(self, data):
        if self.within == "script":
            self.script += data
        elif self.within != "style":
            self.text += data

    def handle_endtag(self, tag):
        self.within = ""


def sheets(run, folder, page):
    """How many sheets of paper the page takes."""
    (folder / "page.html").write_text(page)
    run("--no-pdf-header-footer", f"--print-to-pdf={folder}/page.pdf", (folder / "page.html").as_uri())
    return len(re.findall(rb"/Type\s*/Page\b", (folder / "page.pdf").read_bytes()))


def in_chromium(folder, page, crowded):
    # The probe is no part of the page, so the page's policy must let it run here.
    policy = re.search(r'<meta http-equiv="Content-Security-Policy"[^>]*>', page)[0]
    (folder / "probe.html").write_text(page.replace(policy, "").replace("</body>", PROBE + "</body>"))
    (folder / "page.html").write_text(page)
    plain = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
             "--virtual-time-budget=2000", "--window-size=1200,900"]

    def run(*arguments):
        return subprocess.run([*plain, *arguments], capture_output=True, text=True, timeout=120)

    drawn = run("--dump-dom", (folder / "probe.html").as_uri()).stdout
    found = re.search(r'data-found="([^"]*)"', drawn)
    if not found or found[1] != FOUND or "data-failed" in drawn:
        faults.append(f"the filters show {found and found[1]}, not {FOUND}")
    said = run("--enable-logging=stderr", "--dump-dom", (folder / "page.html").as_uri())
    faults.extend(line for line in said.stderr.splitlines() if "CONSOLE" in line)
    if "3 of 3 sessions shown" not in said.stdout:
        faults.append("the page's own script did not run under its policy")
    for what, text, wanted in (("the page", page, 5), ("the crowded page", crowded, 4)):
        found = sheets(run, folder, text)
        if found != wanted:  # what it is of, each day, rosters, figures
            faults.append(f"{what} takes {found} sheets of paper, not {wanted}")


def show(plan, planning):
    done = subprocess.run([command, "show", plan, planning, "--format", "html"],
                          capture_output=True, text=True, timeout=60)
    if done.returncode != 0 or done.stderr:
        faults.append(f"show ends with {done.returncode}: {done.stderr}")
    return done


with tempfile.TemporaryDirectory(prefix="plancover-page-") as name:
    folder = pathlib.Path(name)
    (folder / "day.yaml").write_text(PLANNING)
    (folder / "plan.yaml").write_text(PLAN)
    done = show(folder / "plan.yaml", folder / "day.yaml")
    page = Page()
    page.feed(done.stdout)
    page.close()
    expected = {"script": 1, "img": 0, "link": 0, "iframe": 0, "title": 1, "article": 3}
    faults += [f"{page.tags.count(tag)} of <{tag}>" for tag, count in expected.items() if page.tags.count(tag) != count]
    plain_name = BAD.replace('\\"', '"')
    if page.text.count(plain_name) < 10:
        faults.append(f"the name stands {page.text.count(plain_name)} times on the page as it is")
    hashed = base64.b64encode(hashlib.sha256(page.script.encode()).digest()).decode()
    if f"'sha256-{hashed}'" not in done.stdout:
        faults.append(f"the policy does not name the script; its hash is {hashed}")
    if re.search(r"https?:|url\(|@import|fetch\(|XMLHttp", done.stdout):
        faults.append("the page names something to fetch")
    (folder / "large.yaml").write_text(LARGE)
    (folder / "large.plan.yaml").write_text(LARGE_PLAN)
    large = show(folder / "large.plan.yaml", folder / "large.yaml").stdout
    if large.count("<article") != 600 or not 300_000 < len(large.encode()) < 1_000_000:
        faults.append(f"a page of 600 sessions and 40 people has {len(large.encode())} bytes")
    if shutil.which("chromium"):
        (folder / "crowded.yaml").write_text(CROWDED)
        (folder / "empty.yaml").write_text("plan: {format: 1}\nassignments: []\n")
        in_chromium(folder, done.stdout, show(folder / "empty.yaml", folder / "crowded.yaml").stdout)
    else:
        print("chromium is not here: the page was read, but not drawn")

sys.exit("\n".join(faults) or 0)

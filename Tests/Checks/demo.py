"""demo.py [SITE]: the committed demo bundle is what its generator prints, byte for byte."""
import subprocess
import sys
from pathlib import Path

from tally import Tally

site = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "Site"
tally = Tally()
printed = subprocess.run([sys.executable, site / "demo/generate.py"], stdout=subprocess.PIPE, check=True).stdout
tally.check(printed == (site / "demo/demo-attack.json").read_bytes(),
            "Site/demo/demo-attack.json differs from what generate.py prints: run it again, or commit the other")
tally.finish()

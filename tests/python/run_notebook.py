"""Runs the cells of a notebook in order, and prints what the model came to as JSON.

python run_notebook.py NOTEBOOK [options that stand in for a command line]
"""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    cells = json.load(file)["cells"]
names = {"__name__": "__main__", "__doc__": None}
sys.stdout, out = sys.stderr, sys.stdout
for cell in cells:
    if cell["cell_type"] != "code":
        continue
    source = "".join(cell["source"]).replace("parse_args([])", f"parse_args({sys.argv[2:]!r})")
    exec(compile(source, cell["id"], "exec"), names)
test = names["loss_on"](names["x_test"], names["y_test"])
json.dump({"testLoss": test, "sampled": len(names["sample"](names["some"]))}, out)

"""Reads back what keten writes for other programs: GraphML and GEXF with networkx, GeoJSON with GDAL, workbooks with openpyxl.

Usage: check.py KETEN FOLDER. Ends with an error at the first thing that is not as it should be.
"""

import csv
import io
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import networkx
import openpyxl
import pyogrio.raw

KETEN, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
ROOT = pathlib.Path(__file__).resolve().parents[2]
DIEMEN = str(ROOT / "networks" / "nl-vitaal")
GEXF = "{http://gexf.net/1.3}"
# Names that XML, JSON and spreadsheets could take for something else. The last two differ only in signs that XML cannot hold.
HOSTILE = ['<b>&"x"', "=1+1", "two\nlines", "]]>", "a\tb", "\u202eright", "é😀", "bell\x07", "bell\x08"]


def keten(*arguments):
    done = subprocess.run([KETEN, *arguments], capture_output=True, cwd=WORK)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout.decode()


def same(found, wanted, what):
    assert found == wanted, f"{what}: {found!r}, not {wanted!r}"


def hostile():
    folder = WORK / "hostile"
    folder.mkdir(exist_ok=True)
    with open(folder / "dependencies.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["dependent", "provider", "need", "buffer_h", "=note"])
        for name in HOSTILE:
            rows.writerow([name, "grid", "power", "4", name])
            rows.writerow([name, "grid", "heat", "tri(1|2|4)", ""])
    with open(folder / "nodes.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "name", "lat", "lon"])
        rows.writerow(["grid", "The <grid>", "52.1", "4.9"])
        for name in HOSTILE[:4]:
            rows.writerow([name, name, "51.5", "-5.25"])
    return str(folder)


def rows_of(network, table):
    """The rows of a table as keten reads them, by converting to csv."""
    target = WORK / "plain"
    subprocess.run(["rm", "-rf", str(target)], check=True)
    keten("convert", network, "--out", str(target), "--quiet")
    with open(target / f"{table}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def graphml(network, name):
    path = WORK / f"{name}.graphml"
    keten("convert", network, "--out", str(path), "--quiet")
    graph = networkx.read_graphml(path)
    rows = rows_of(network, "dependencies")
    same(graph.number_of_edges(), len(rows), f"{name}: edges")
    assert graph.is_directed()
    return graph, rows


def check_graphml():
    graph, rows = graphml(DIEMEN, "nl-vitaal")
    wanted = [(row["provider"], row["dependent"], row.get("need") or None) for row in rows]
    found = [(provider, dependent, data.get("need")) for provider, dependent, data in graph.edges(data=True)]
    same(sorted(map(str, found)), sorted(map(str, wanted)), "edges of nl-vitaal")
    buffers = [data["buffer_h"] for _, _, data in graph.edges(data=True) if "buffer_h" in data]
    assert buffers
    labels = {row["id"]: row["name"] for row in rows_of(DIEMEN, "nodes") if row.get("name")}
    for node, label in labels.items():
        same(graph.nodes[node]["label"], label, node)
    graph, _ = graphml(hostile(), "hostile")
    places = {node: (data["lat"], data["lon"]) for node, data in graph.nodes(data=True) if "lat" in data}
    same(places, {"grid": (52.1, 4.9)} | {name: (51.5, -5.25) for name in HOSTILE[:4]}, "coordinates")
    for name in HOSTILE[:7]:
        assert name in graph, name
    same({node for node in graph if node.startswith("bell")}, {"bell\ufffd", "bell\ufffd#2"}, "names that XML cannot hold")
    same(graph.nodes["grid"]["label"], "The <grid>", "label")
    same({data["=note"] for _, _, data in graph.edges(data=True) if "=note" in data} >= set(HOSTILE[:7]), True, "attributes")


def check_course():
    keten("simulate", DIEMEN, "--scenario", "diemen-2015", "--out", "course.graphml", "--out", "course.gexf", "--out", "course.geojson", "--quiet")
    told = list(csv.DictReader(io.StringIO(keten("simulate", DIEMEN, "--scenario", "diemen-2015", "--format", "csv", "--quiet"))))
    graph = networkx.read_graphml(WORK / "course.graphml")
    wanted = {row["id"]: (float(row["first_loss_h"]), float(row["min_output"]), float(row["lost_h"])) for row in told}
    found = {
        node: (data["first_loss_h"], data["min_output"], data["lost_h"]) for node, data in graph.nodes(data=True) if "lost_h" in data
    }
    same(found, wanted, "what was lost")
    dynamic = networkx.read_gexf(WORK / "course.gexf", version="1.3")
    same(dynamic.number_of_nodes(), graph.number_of_nodes(), "nodes of the dynamic graph")
    same(dynamic.number_of_edges(), graph.number_of_edges(), "edges of the dynamic graph")
    root = ElementTree.parse(WORK / "course.gexf").getroot()
    end = float(root.find(f"{GEXF}graph").get("end"))
    for node in root.iter(f"{GEXF}node"):
        stretches = [value for value in node.iter(f"{GEXF}attvalue") if value.get("for") == "output"]
        borders = [(float(value.get("start")), float(value.get("end"))) for value in stretches]
        same(borders[0][0], 0.0, "the first stretch begins at 0")
        same(borders[-1][1], end, "the last stretch ends with the horizon")
        assert all(before[1] == after[0] for before, after in zip(borders, borders[1:])), borders
        lost = sum((to - start) * (1 - float(value.get("value"))) for (start, to), value in zip(borders, stretches))
        assert abs(lost - wanted.get(node.get("id"), (0, 0, 0))[2]) < 1e-5, f"lost hours of {node.get('id')}: {lost}"


def check_gexf():
    for network in (DIEMEN, hostile()):
        keten("convert", network, "--out", "static.gexf", "--quiet")
        graph = networkx.read_gexf(WORK / "static.gexf", version="1.3")
        same(graph.number_of_edges(), len(rows_of(network, "dependencies")), "edges of GEXF")


def check_geojson():
    for network, least in ((hostile(), 5), (DIEMEN, 0)):
        keten("convert", network, "--out", "map.geojson", "--quiet")
        placed = {row["id"]: (float(row["lon"]), float(row["lat"])) for row in rows_of(network, "nodes") if row.get("lat") and row.get("lon")}
        lines = [row for row in rows_of(network, "dependencies") if row["provider"] in placed and row["dependent"] in placed]
        assert len(placed) >= least
        if not placed:
            continue
        meta, _, geometry, fields = pyogrio.raw.read(WORK / "map.geojson")
        same(len(geometry), len(placed) + len(lines), "features")
        columns = dict(zip(meta["fields"], fields))
        same(list(columns["feature"]).count("node"), len(placed), "points")
        same(list(columns["feature"]).count("dependency"), len(lines), "lines")
        same(meta["crs"], "EPSG:4326", "coordinates")


def check_workbooks():
    for network in (DIEMEN, hostile()):
        keten("convert", network, "--out", "case.xlsx", "--quiet")
        book = openpyxl.load_workbook(WORK / "case.xlsx")
        for table in ("dependencies", "nodes"):
            sheet, rows = book[table], rows_of(network, table)
            same(sheet.max_row, len(rows) + 1, f"rows of {table}")
            same(sheet.freeze_panes, "A2", "frozen head")
            assert all(cell.font.bold for cell in sheet[1])
        assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
        buffer = [cell.value for cell in book["dependencies"][1]].index("buffer_h")
        kinds = {type(row[buffer]) for row in book["dependencies"].iter_rows(min_row=2, values_only=True)}
        assert kinds & {int, float}, kinds
    keten("rank", DIEMEN, "--out", "rank.xlsx", "--quiet")
    book = openpyxl.load_workbook(WORK / "rank.xlsx")
    assert len(book.sheetnames) >= 2, book.sheetnames
    same(book.worksheets[1].freeze_panes, "A2", "frozen head of an answer")
    book = openpyxl.Workbook()
    book.active.title = "Afhankelijkheden"
    for row in (["afnemer", "leverancier", "buffer_uren"], ["TEL", "NET", 0.1], ["HUIS", "TEL", "tri(1,5|2|4)"]):
        book.active.append(row)
    book.save(WORK / "typed.xlsx")
    same([row["buffer_h"] for row in rows_of("typed.xlsx", "dependencies")], ["0.1", "tri(1.5|2|4)"], "cells of another program")


for check in (check_graphml, check_course, check_gexf, check_geojson, check_workbooks):
    check()
    print(f"{check.__name__[6:]}: read back")

"""How long a round's report takes, cold and warm, beside WeasyPrint, which prints the page of the same result in the
same run; and what fifty reports at once do to the server's memory and to whoever reads pages meanwhile.

    measure.py BINARY

Without WeasyPrint it says so and measures the rest. No test: nothing fails by being slow.
"""

import re
import statistics
import sys
import threading
import time

from served import Server, answered_round, instrument_items

STARTS = 5
"""How often a first report is asked for, each time of a server that has just started."""
ROUNDS = 12
"""Different rounds, asked for in turns: the typesetter keeps what the last five reports shared, so none is had for
nothing."""
TURNS = 4
"""How often each of them is printed."""
AT_ONCE = 50
ALONE = 3.0
"""Seconds for which pages are asked for with nothing else going on."""

PLAIN = """
@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " of " counter(pages) } }
body { font: 9.5pt/1.4 sans-serif }
table { border-collapse: collapse; width: 100% }
td, th { border-bottom: .5pt solid #ccc; padding: 1mm 2mm; text-align: left }
svg { max-width: 100% }
.drawing-narrow { display: none }
"""


def timed(work):
    began = time.perf_counter()
    result = work()
    return (time.perf_counter() - began) * 1000, result


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


def said(values):
    return f"half {statistics.median(values):6.1f}, 99 of 100 {percentile(values, 99):6.1f}, {len(values)} times"


def report(client, manage):
    answer = client.get(f"{manage}/report.pdf")
    assert answer.status == 200 and answer.body.startswith(b"%PDF"), answer.status
    return answer.body


def printer():
    """Prints a page's words, tables and drawings with WeasyPrint; None where it is not there."""
    try:
        from weasyprint import CSS, HTML, __version__
    except (ImportError, OSError) as error:
        print(f"WeasyPrint cannot be had here ({error}): Plumbline alone is measured.")
        return None
    print(f"Beside WeasyPrint {__version__}, which prints the page of the same result as tagged PDF.")
    sheet = CSS(string=PLAIN)
    return lambda page: HTML(string=page).write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1")


def plain(client, manage):
    """The page of a result without its own style sheet, whose nested grids WeasyPrint lays out for minutes."""
    return re.sub(r"<link[^>]*>", "", client.get(f"{manage}/results").body.decode())


def cold(binary, items):
    took = []
    for seed in range(STARTS):
        with Server(binary) as server:
            client = server.connect()
            manage = answered_round(client, items, seed)
            took.append(timed(lambda: report(client, manage))[0])
    print(f"ms, the first report after a start: {said(took)}")


def warm(server, rounds):
    """Each round is printed by both in turn, then again by us, whose times are short."""
    prints = printer()
    pages = {manage: plain(server.connect(), manage) for manage in rounds}
    for manage in rounds[:2]:
        report(server.connect(), manage)
        prints and prints(pages[manage])
    ours, theirs, sizes = [], [], []
    for turn in range(TURNS):
        for manage in rounds:
            took, pdf = timed(lambda: report(server.connect(), manage))
            ours.append(took)
            if prints and turn == 0:
                took, other = timed(lambda: prints(pages[manage]))
                theirs.append(took)
                sizes.append((len(pdf), len(other)))
    print(f"ms, a report over HTTP:             {said(ours)}")
    if theirs:
        ratios = sorted(one / other for one, other in zip(ours, theirs))
        print(f"ms, the page by WeasyPrint:         {said(theirs)}")
        print(f"    ratio {statistics.median(ratios):.2f}, {ratios[0]:.2f} to {ratios[-1]:.2f} of single rounds")
        print(f"    kB of the first: {sizes[0][0] / 1000:.0f} and {sizes[0][1] / 1000:.0f}")


def at_once(server, rounds):
    """Fifty reports asked for at the same moment, and a reader of pages beside them."""
    client, path = server.connect(), rounds[0]
    alone, end = [], time.perf_counter() + ALONE
    while time.perf_counter() < end:
        alone.append(timed(lambda: client.get(path))[0])
    before, took, ready = server.memory("VmRSS"), [], threading.Barrier(AT_ONCE + 1)

    def ask(manage):
        own = server.connect()
        ready.wait()
        took.append(timed(lambda: report(own, manage))[0])

    threads = [threading.Thread(target=ask, args=(rounds[place % len(rounds)],)) for place in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    meanwhile = []
    ready.wait()
    began = time.perf_counter()
    while any(thread.is_alive() for thread in threads):
        meanwhile.append(timed(lambda: client.get(path))[0])
    whole = (time.perf_counter() - began) * 1000
    assert len(took) == AT_ONCE
    print(f"{AT_ONCE} reports asked for at once: all there after {whole / 1000:.1f} s, {AT_ONCE / whole * 1000:.1f} a second")
    print(f"    ms until one was there: {said(took)}")
    print(f"    ms, a page meanwhile:   {said(meanwhile)}; alone {said(alone)}")
    print(f"    memory of the server: {before:.0f} MB before, {server.memory('VmHWM'):.0f} MB at most, {server.memory('VmRSS'):.0f} MB after")


def main(binary):
    items = sorted(set(instrument_items(binary)))
    cold(binary, items)
    with Server(binary) as server:
        client = server.connect()
        rounds = [answered_round(client, items, seed) for seed in range(ROUNDS)]
        warm(server, rounds)
        at_once(server, rounds)


main(sys.argv[1])

"""Works out the results of this release again, from the files beside it alone. Needs numpy and nothing else.

    python3 reproduce.py [FOLDER] [--result ID] [type=...] [role=...] [phase=...] [measure=...]

FOLDER holds the downloads, as CSV or compressed CSV; without it, the folder of this program. Every result is a line:
the estimates under both assumptions (A same trend, B same past) with standard errors, the degrees of freedom of
Student's t, and the schools behind it. The last lines compare them with what the release prints; the program ends
with status 1 where a difference is larger than the tolerance below, and 2 where it cannot be run.
The method is described in docs/method.md; the equations are those of Sant'Anna & Zhao (2020), `reg`, not-yet-treated.
"""

import csv
import gzip
import os
import sys

import numpy as np

# <constants>

SETS = ("same_trend", "same_past")


def stop_run(what, fix):
    print(f"{what}\n\n  fix: {fix}", file=sys.stderr)
    sys.exit(2)


def read_arguments(arguments):
    folder = os.path.dirname(os.path.abspath(__file__))
    asked = {}
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        name, equals, value = argument.partition("=")
        if argument == "--result" and waiting:
            asked["id"] = waiting.pop(0)
        elif equals and name in ("type", "role", "phase", "measure"):
            asked["partnership_type" if name == "type" else name] = value
        elif not argument.startswith("-"):
            folder = argument
        else:
            usage = "python3 reproduce.py [FOLDER] [--result ID] [type=...] [role=...] [phase=...] [measure=...]"
            stop_run(f"not an option: {argument}", usage)
    return folder, asked


# ---- the downloads


def read_table(folder, name):
    """Columns by name: arrays of numbers (nan where empty), and of texts."""
    plain = os.path.join(folder, f"{name}.csv")
    path = plain if os.path.exists(plain) else f"{plain}.gz"
    if not os.path.exists(path):
        stop_run(f"no {name}.csv or {name}.csv.gz in {folder}", 'take it away from the page "Data", and put it beside the others')
    wanted = PLAN["columns"][name]
    again = 'take it away from the page "Data" again'
    try:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8-sig", newline="") as file:
            header, *lines = csv.reader(file, strict=True)
    except (OSError, EOFError, ValueError, csv.Error) as damage:
        stop_run(f"{path} cannot be read: {damage}", again)
    missing = [column for column in wanted if column not in header]
    if missing:
        stop_run(f"{path} has no column {', '.join(missing)}", "take all files from one release")
    for number, line in enumerate(lines, start=2):
        if len(line) != len(header):
            stop_run(f"{path}, row {number}: {len(line)} cells, {len(header)} in the header", again)
    table = {}
    for column in wanted:
        place = header.index(column)
        texts = [line[place] for line in lines]
        if column in PLAN["numbers"]:
            table[column] = numbers_of(texts, f"{path}, column {column}", again)
        else:
            table[column] = np.array(texts, dtype=object)
    return table


def numbers_of(texts, what, fix):
    try:
        return np.array([float(text) if text not in ("", "x") else np.nan for text in texts], dtype=float)
    except ValueError as wrong:
        stop_run(f"{what}: {wrong}", fix)


def keep(table, which):
    return {name: values[which] for name, values in table.items()}


def size_of(table):
    return len(next(iter(table.values())))


class Series:
    """Values by school and academic year: a row a school of the phase, a column a year."""

    def __init__(self, row_of, school, year, value):
        rows = np.array([row_of.get(int(one), -1) for one in school], dtype=int)
        known = (rows >= 0) & ~np.isnan(value)
        self.first = int(year[known].min()) if known.any() else 0
        last = int(year[known].max()) if known.any() else 0
        self.values = np.full((len(row_of), last - self.first + 1), np.nan)
        self.values[rows[known], year[known].astype(int) - self.first] = value[known]

    def window_mean(self, cohort, window):
        """By school, the mean of the values there are over a window of event times."""
        years = self.values.shape[1]
        start = max(cohort + window[0] - self.first, 0)
        end = min(cohort + window[1] - self.first, years - 1)
        if start > end:
            return np.full(len(self.values), np.nan)
        part = self.values[:, start : end + 1]
        known = ~np.isnan(part)
        counts = known.sum(axis=1)
        sums = np.where(known, part, 0).sum(axis=1)
        return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)

    def at(self, year):
        column = year - self.first
        if column < 0 or column >= self.values.shape[1]:
            return np.full(len(self.values), np.nan)
        return self.values[:, column]


# ---- a phase: its schools, and what the covariates are made from


class Phase:
    def __init__(self, phase, tables):
        outcomes, schools, school_years = tables["outcomes"], tables["schools"], tables["school_years"]
        self.outcomes = keep(outcomes, outcomes["phase"] == phase)
        about = {int(school): place for place, school in reversed(list(enumerate(schools["school_id"])))}
        present = {int(school) for school in self.outcomes["school_id"]}
        self.ids = sorted(school for school in present if school in about and schools["independent"][about[school]] != "true")
        self.row_of = {school: row for row, school in enumerate(self.ids)}
        places = [about[school] for school in self.ids]

        def flag(column):
            words = {"true": 1.0, "false": 0.0}
            return np.array([words.get(schools[column][place], np.nan) for place in places])

        def yearly(values):
            return Series(self.row_of, school_years["school_id"], school_years["academic_year"], values)

        with np.errstate(divide="ignore"):
            log_roll = np.log(school_years["pupils"])
        self.intake = {
            "free_meals": yearly(school_years["free_meals_pct"]),
            "eal": yearly(school_years["eal_pct"]),
            "log_roll": yearly(log_roll),
        }
        self.past = {measure: self.read_past(measure) for measure in PLAN["past"][phase]}
        self.flags = {"selective": flag("selective"), "sixth_form": flag("sixth_form")}
        self.region = np.array([schools["region"][place] for place in places], dtype=object)
        self.governance = yearly(school_years["governance"])
        self.means = {}

    def read_past(self, measure):
        """An earlier outcome, standardised within year: by the published scale or, where it has none, by all schools of the year."""
        rows = keep(self.outcomes, self.outcomes["measure"] == measure)
        value = rows["standardised"].copy()
        if np.isnan(value).all():
            for year in np.unique(rows["academic_year"]):
                own = rows["academic_year"] == year
                spread = np.std(rows["value"][own], ddof=1) if own.sum() > 1 else 0
                value[own] = (rows["value"][own] - rows["value"][own].mean()) / spread if spread > 0 else np.nan
        return Series(self.row_of, rows["school_id"], rows["academic_year"], value)

    def base_mean(self, name, series, cohort, window):
        """Means over the base window are the same for all outcomes: each is worked out once."""
        key = (name, cohort, tuple(window))
        if key not in self.means:
            self.means[key] = series.window_mean(cohort, window)
        return self.means[key]


# ---- covariates


def indicators(values, order, is_known):
    """An indicator of each value but the commonest; of equally common ones the first is left out."""
    counts = [(one, int((values[is_known] == one).sum())) for one in order]
    present = [(one, count) for one, count in counts if count]
    if not present:
        return [np.full(len(values), np.nan)]
    others = sorted(present, key=lambda pair: -pair[1])[1:]
    return [np.where(is_known, (values == one).astype(float), np.nan) for one, _ in others]


def covariates_of(entry, data, rows, cohort, own_measure):
    squared = entry.endswith("^2")
    base = entry[:-2] if squared else entry
    window = PLAN["base"]
    if base in data.intake:
        columns = [data.base_mean(base, data.intake[base], cohort, window)[rows]]
    elif base == "past":
        columns = [
            data.base_mean(measure, series, cohort, window)[rows]
            for measure, series in data.past.items()
            if measure != own_measure
        ]
    elif base == "region":
        values = data.region[rows]
        columns = indicators(values, sorted(set(data.region) - {""}), values != "")
    elif base == "governance":
        values = data.base_mean(base, data.governance, cohort, [window[1], window[1]])[rows]
        columns = indicators(values, [0, 1, 2], ~np.isnan(values))
    else:
        columns = [data.flags[base][rows]]
    if not squared:
        return columns
    return [(column - column[~np.isnan(column)].mean()) ** 2 if (~np.isnan(column)).any() else column for column in columns]


# ---- the regression of change on covariates among the donors


class Factor:
    """Cholesky; a regressor of which next to nothing is left once those before it are taken out is dropped."""

    def __init__(self, products):
        size = len(products)
        lower = np.zeros((size, size))
        self.kept = np.zeros(size, dtype=bool)
        for j in range(size):
            column = products[j:, j] - lower[j:, :j] @ lower[j, :j]
            if not column[0] > PLAN["copy"] * products[j, j]:
                lower[j] = 0
                continue
            self.kept[j] = True
            lower[j:, j] = column / np.sqrt(column[0])
        self.lower = lower[np.ix_(self.kept, self.kept)]

    def solve(self, right):
        answer = np.zeros(len(self.kept))
        answer[self.kept] = np.linalg.solve(self.lower.T, np.linalg.solve(self.lower, right[self.kept]))
        return answer


class Design:
    """The regressors of the schools that have all of them: an intercept, and covariates standardised among the donors."""

    def __init__(self, columns, own, donors):
        complete = ~np.isnan(own)
        for column in columns:
            complete &= ~np.isnan(column)
        self.places = np.flatnonzero(complete)
        self.donors = int((self.places < donors).sum())
        self.values = np.ones((len(self.places), len(columns) + 1))
        for c, column in enumerate(columns):
            values = column[self.places]
            among = values[: self.donors]
            centre = among.mean() if self.donors else 0.0
            spread = np.sqrt(((among - centre) ** 2).sum() / max(self.donors, 1))
            varies = spread > PLAN["constant"] * abs(centre)
            self.values[:, c + 1] = (values - centre) / (spread if varies else 1)
            if not varies:
                self.values[: self.donors, c + 1] = 0
        self.among = self.values[: self.donors]
        self.products = self.among.T @ self.among


class Regression:
    def __init__(self, design, factor, used, has, y):
        self.factor = factor
        self.donors = design.places[has]
        self.x = design.among[has, :used]
        change = y[has]
        coefficients = factor.solve(self.x.T @ change)
        # Refined once from the residuals, which is as exact as orthogonalisation.
        coefficients = coefficients + factor.solve(self.x.T @ (change - self.x @ coefficients))
        self.residuals = change - self.x @ coefficients
        self.treated = design.places[design.donors :]
        self.treated_x = design.values[design.donors :, :used]
        self.excess = y[design.donors :] - self.treated_x @ coefficients


def regress(design, change, fewest):
    y = change[design.places]
    lacks = np.isnan(y[: design.donors])
    has = np.flatnonzero(~lacks)
    used = min(design.values.shape[1], len(has) // PLAN["donors_per_coefficient"])
    if used < fewest:
        return None
    if lacks.sum() <= len(has):
        without = design.among[lacks]
        products = design.products - without.T @ without
    else:
        products = design.among[has].T @ design.among[has]
    leading = products[:used, :used]
    factor = Factor(leading)
    if not factor.kept[:fewest].all():
        return None
    regression = Regression(design, factor, used, has, y)
    # A dropped regressor is a copy of others among the donors: of a treated school of which that is not true nothing is expected.
    for c in np.flatnonzero(~factor.kept):
        copy = regression.treated_x @ factor.solve(leading[c])
        regression.excess[np.abs(regression.treated_x[:, c] - copy) > PLAN["unlike"]] = np.nan
    return regression


# ---- a trial: the schools first treated in a year, and those that might have been


class Pool:
    def __init__(self, tables, headline, pool, data):
        size = len(data.ids)
        self.governance = headline["is_governance"] == "true"
        self.eligible_from = np.full(size, np.inf if headline["listed_alone"] == "true" else -np.inf)
        self.treated_from = np.full(size, np.inf)
        listed = keep(tables["donor_pools"], tables["donor_pools"]["pool"] == pool)
        for school, eligible, treated in zip(listed["school_id"], listed["eligible_from"], listed["treated_from"]):
            row = data.row_of.get(int(school))
            if row is None:
                continue
            self.eligible_from[row] = -np.inf if np.isnan(eligible) else eligible
            self.treated_from[row] = np.inf if np.isnan(treated) else -np.inf if treated == 0 else treated
        # Treated in the trial of a year: whoever joined in it, on the clock of the type or of one partnership.
        by_cohort = {}
        for name in ("treated", "memberships"):
            table = keep(tables[name], tables[name]["pool"] == pool)
            for school, cohort in zip(table["school_id"], table["cohort"]):
                row = data.row_of.get(int(school))
                if row is not None and not np.isnan(cohort):
                    by_cohort.setdefault(int(cohort), set()).add(row)
        self.by_cohort = {cohort: np.array(sorted(rows)) for cohort, rows in sorted(by_cohort.items())}


class Trial:
    def __init__(self, rows, donors, regressions):
        self.rows = rows
        self.donors = donors
        self.regressions = regressions
        self.place_of = {int(row): donors + i for i, row in enumerate(rows[donors:])}


def trial_of(data, pool, outcome, measure, cohort):
    treated = pool.by_cohort[cohort]
    donors = np.setdiff1d(np.flatnonzero((pool.eligible_from <= cohort) & (pool.treated_from > cohort)), treated)
    rows = np.concatenate([donors, treated])
    until = np.concatenate([pool.treated_from[donors], np.full(len(treated), np.inf)])
    own = outcome.window_mean(cohort, PLAN["base"])[rows]
    asked = (np.arange(len(rows)) >= len(donors)) & ~np.isnan(own)
    made = {}

    def make(entry):
        if entry not in made:
            columns = covariates_of(entry, data, rows, cohort, measure)
            known = [int((~np.isnan(column[asked])).sum()) for column in columns]
            least = PLAN["available"] * int(asked.sum())
            made[entry] = [column for column, count in zip(columns, known) if count > 0 and count >= least]
        return made[entry]

    if not make(PLAN["floor_covariate"]):
        return None
    among = own[: len(donors)]
    own_mean = among[~np.isnan(among)].mean() if (~np.isnan(among)).any() else 0.0
    designs = {}
    for which in SETS:
        columns = []
        for entry in PLAN["covariates"][which]:
            if entry == "governance" and pool.governance:
                continue
            columns += [own] if entry == "own" else [(own - own_mean) ** 2] if entry == "own^2" else make(entry)
        designs[which] = Design(columns, own, len(donors))
    regressions = []
    for event_time in range(PLAN["effect"][0], PLAN["effect"][1] + 1):
        change = outcome.at(cohort + event_time)[rows] - own
        change[cohort + event_time >= until] = np.nan
        both = None
        if not np.isnan(change[asked]).all():
            both = {which: regress(designs[which], change, PLAN["fewest_regressors"][which]) for which in SETS}
        regressions.append(None if both is None or None in both.values() else both)
    return Trial(rows, len(donors), regressions)


# ---- effects: means of excesses, with what every school moves them by


class Result:
    def __init__(self, size):
        self.rows = []
        self.own = {which: [] for which in SETS}
        self.influence = {which: np.zeros(size) for which in SETS}

    def add(self, trial, rows):
        """Adds what one trial says of some of its treated schools."""
        at = np.array([trial.place_of[row] for row in rows])
        excess = {which: np.full((len(at), len(trial.regressions)), np.nan) for which in SETS}
        places = {}
        for column, both in enumerate(trial.regressions):
            for which in SETS:
                if both is None:
                    continue
                treated = both[which].treated
                place = np.searchsorted(treated, at)
                found = np.zeros(len(at), dtype=bool)
                inside = place < len(treated)
                found[inside] = treated[place[inside]] == at[inside]
                excess[which][found, column] = both[which].excess[place[found]]
                places[which, column] = place
        has = ~np.isnan(excess[SETS[0]]) & ~np.isnan(excess[SETS[1]])
        times = has.sum(axis=1)
        behind = times > 0
        self.rows += [row for row, counts in zip(rows, behind) if counts]
        for which in SETS:
            sums = np.where(has, excess[which], 0).sum(axis=1)
            self.own[which] += list(sums[behind] / times[behind])
            for column in np.flatnonzero(has.any(axis=0)):
                regression = trial.regressions[column][which]
                units = np.flatnonzero(has[:, column])
                x = regression.treated_x[places[which, column][units]] / times[units, None]
                along = regression.factor.solve(x.sum(axis=0))
                self.influence[which][trial.rows[regression.donors]] -= (regression.x @ along) * regression.residuals

    def finish(self, cluster, unit):
        n = len(self.rows)
        rows = np.array(self.rows)
        degrees = len(set(cluster[rows])) - 1
        answer = {"n": n, "degrees": degrees}
        for which in SETS:
            own = np.array(self.own[which])
            estimate = own.mean()
            influence = self.influence[which] / n
            influence[rows] += (own - estimate) / n
            sums = np.bincount(cluster, weights=influence)
            se = np.sqrt((sums**2).sum() * (degrees + 1) / degrees) if degrees > 0 else np.nan
            answer[which] = (unit * estimate, abs(unit) * se)
        return answer


def clusters_of(treated, partnership_type, data):
    """The partnership of a school that is ever in the type; any other school by itself."""
    cluster = np.arange(len(data.ids))
    partnerships = {}
    of_type = keep(treated, treated["partnership_type"] == partnership_type)
    for school, partnership in zip(of_type["school_id"], of_type["partnership"]):
        row = data.row_of.get(int(school))
        if row is not None:
            name = partnership or f"unrecorded {int(school)}"
            cluster[row] = partnerships.setdefault(name, len(data.ids) + len(partnerships))
    return cluster


# ---- every result


def work_out(headlines, tables):
    treated = tables["treated"]
    answers = {}
    groups = {}
    for headline in headlines:
        groups.setdefault((headline["phase"], headline["pool"], headline["measure"]), []).append(headline)
    data, pool, known = None, None, (None, None)
    for (phase, pool_id, measure), asked in sorted(groups.items(), key=lambda pair: pair[0]):
        if known[0] != phase:
            data = Phase(phase, tables)
        if known != (phase, pool_id):
            pool = Pool(tables, asked[0], pool_id, data)
        known = (phase, pool_id)
        rows = keep(data.outcomes, data.outcomes["measure"] == measure)
        standardised = asked[0]["scale"] == "standardised"
        if not standardised:
            rows = keep(rows, rows["series_id"] == asked[0]["series_id"])
        outcome = Series(data.row_of, rows["school_id"], rows["academic_year"], rows["standardised" if standardised else "value"])
        results = [Result(len(data.ids)) for _ in asked]
        members = [members_of(treated, headline, data) for headline in asked]
        for cohort in pool.by_cohort:
            if not any(cohort in own for own in members):
                continue
            trial = trial_of(data, pool, outcome, measure, cohort)
            if trial is None:
                continue
            for result, own in zip(results, members):
                if cohort in own:
                    result.add(trial, own[cohort])
        for headline, result in zip(asked, results):
            if result.rows:
                cluster = clusters_of(treated, headline["partnership_type"], data)
                answers[headline["id"]] = result.finish(cluster, headline["unit_factor"])
    return answers


def members_of(treated, headline, data):
    """By year of joining, rows of the schools that joined the type in the role."""
    members = {}
    own = keep(treated, (treated["partnership_type"] == headline["partnership_type"]) & (treated["role"] == headline["role"]))
    for school, cohort in zip(own["school_id"], own["cohort"]):
        row = data.row_of.get(int(school))
        if row is not None:
            members.setdefault(int(cohort), []).append(row)
    return members


# ---- beside what the release prints


def distance(mine, theirs):
    if np.isnan(mine) and np.isnan(theirs):
        return 0.0
    if not (np.isfinite(mine) and np.isfinite(theirs)):
        return np.inf
    return abs(mine - theirs) / max(1, abs(theirs))


def compare(headlines, answers, folder):
    """Prints every result, and returns the largest differences of points and of standard errors, how many counts and rounded ends differ, and how many intervals are by lot."""
    estimates = read_table(folder, "estimates")
    estimates = keep(estimates, estimates["term"] == "overall")
    printed = {}
    for i in range(size_of(estimates)):
        name = (estimates["id"][i], estimates["assumption"][i])
        if name in printed:
            stop_run(f"estimates.csv has two rows of {name[0]} under {name[1]}", "take all files from one release")
        printed[name] = {column: estimates[column][i] for column in estimates}
    results = read_table(folder, "results")
    results = keep(results, results["subgroup_of"] == "Total")
    pages = {}
    for i in range(size_of(results)):
        names = (results["partnership_type"][i], results["role"][i].lower(), results["education_phase"][i].lower(), results["measure"][i])
        pages.setdefault(names, (results["effect_from"][i], results["effect_to"][i]))
    points = errors = 0.0
    counts = rounded = by_lot = 0
    worst = ""
    for headline in headlines:
        identity = headline["id"]
        none = (np.nan, np.nan)
        answer = answers.get(identity, {"n": 0, "degrees": np.nan, "same_trend": none, "same_past": none})
        if (identity, SETS[0]) not in printed or (identity, SETS[1]) not in printed:
            stop_run(f"estimates.csv has no {identity}", "take all files from one release")
        both = [printed[identity, which] for which in SETS]
        point = max(distance(answer[which][0], of["estimate"]) for which, of in zip(SETS, both))
        error = max(distance(answer[which][1], of["se"]) for which, of in zip(SETS, both))
        if max(point, error) > max(points, errors):
            worst = identity
        points, errors = max(points, point), max(errors, error)
        counts += answer["n"] != both[0]["schools"] or answer["degrees"] + 1 != both[0]["clusters"]
        ends = sorted(answer[which][0] for which in SETS)
        page = pages.get((headline["type_label"], headline["role"], headline["phase"], headline["measure_label"]), none)
        reach = 5.01 * 10.0 ** -PLAN["digits"]
        rounded += not all(abs(mine - theirs) <= reach * abs(mine) + 1e-12 for mine, theirs in zip(ends, page))
        by_lot += both[0]["method"] == "randomisation"
        note = {"randomisation": "interval by randomisation", "none": "no interval claimed"}.get(both[0]["method"], "")
        (a, a_error), (b, b_error) = answer["same_trend"], answer["same_past"]
        print(f"{identity}  A {a:.10g} (se {a_error:.10g})  B {b:.10g} (se {b_error:.10g})  df {answer['degrees']}  n {answer['n']}  {note}")
    return points, errors, counts, rounded, by_lot, worst


def main():
    folder, asked = read_arguments(sys.argv[1:])
    table = read_table(folder, "headlines")
    headlines = [{name: table[name][i] for name in table} for i in range(size_of(table))]
    headlines = [one for one in headlines if all(one[name] == value for name, value in asked.items())]
    if not headlines:
        stop_run(f"no result is of {', '.join(f'{name} {value}' for name, value in asked.items())}", "choose an id of headlines.csv")
    own_records = [one for one in headlines if one["own_records"] == "true"]
    headlines = [one for one in headlines if one["own_records"] != "true"]
    names = ("outcomes", "schools", "school_years", "donor_pools", "treated", "memberships")
    tables = {name: read_table(folder, name) for name in names}
    tables["outcomes"] = keep(tables["outcomes"], ~np.isnan(tables["outcomes"]["value"]))
    answers = work_out(headlines, tables)
    points, errors, counts, rounded, by_lot, worst = compare(headlines, answers, folder)
    print(f"\n{len(headlines)} result{'' if len(headlines) == 1 else 's'}")
    print(f"largest difference of points: {points:.3g}")
    print(f"largest difference of standard errors: {errors:.3g}")
    print("differences are shares of the printed figure where that is over 1")
    if max(points, errors) > 0:
        print(f"largest in {worst}")
    print(f"schools or degrees of freedom that differ: {counts}")
    print(f"results.csv, to {PLAN['digits']} digits, differs in: {rounded}")
    if by_lot:
        print(f"{by_lot} results have an interval by randomisation: their points and standard errors are compared, the draws are not made again")
    if own_records:
        print(f"{len(own_records)} results rest on records of a partnership's own, which are not published, and are left out")
    return 1 if max(points, errors) > PLAN["tolerance"] or counts or rounded else 0


if __name__ == "__main__":
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the lines has closed: what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)

# Works out the results of this release again, from the files beside it alone. Base R, no packages.
#
#   Rscript reproduce.R [FOLDER] [--result ID] [type=...] [role=...] [phase=...] [measure=...]
#
# FOLDER holds the downloads, as CSV or compressed CSV; without it, the folder of this program. Every result is a line:
# the estimates under both assumptions (A same trend, B same past) with standard errors, the degrees of freedom of
# Student's t, and the schools behind it. The last lines compare them with what the release prints; the program ends
# with status 1 where a difference is larger than the tolerance below, and 2 where it cannot be run.
# The method is described in docs/method.md; the equations are those of Sant'Anna & Zhao (2020), `reg`, not-yet-treated.

# <constants>

stop_run <- function(...) {
  message(...)
  quit(save = "no", status = 2)
}

# ---- what is asked for

program <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
arguments <- commandArgs(TRUE)
folder <- if (length(program)) dirname(program[1]) else "."
asked <- list()
while (length(arguments)) {
  argument <- arguments[1]
  arguments <- arguments[-1]
  if (argument == "--result" && length(arguments)) {
    asked$id <- arguments[1]
    arguments <- arguments[-1]
  } else if (grepl("^(type|role|phase|measure)=", argument)) {
    name <- sub("=.*", "", argument)
    asked[[if (name == "type") "partnership_type" else name]] <- sub("^[a-z]+=", "", argument)
  } else if (!startsWith(argument, "-")) {
    folder <- argument
  } else {
    stop_run("not an option: ", argument, "\n\n  fix: Rscript reproduce.R [FOLDER] [--result ID] [type=...] [role=...] [phase=...] [measure=...]")
  }
}

# ---- the downloads

read_table <- function(name) {
  path <- file.path(folder, paste0(name, ".csv"))
  if (!file.exists(path)) path <- paste0(path, ".gz")
  if (!file.exists(path)) stop_run("no ", name, ".csv or ", name, ".csv.gz in ", folder, "\n\n  fix: take it away from the page \"Data\", and put it beside the others")
  damaged <- function(condition) stop_run(path, " cannot be read: ", conditionMessage(condition), "\n\n  fix: take it away from the page \"Data\" again")
  whole <- function(expression) tryCatch(expression, error = damaged, warning = damaged)
  header <- whole(names(read.csv(path, nrows = 1, check.names = FALSE, fileEncoding = "UTF-8-BOM")))
  wanted <- plan$columns[[name]]
  missing <- setdiff(wanted, header)
  if (length(missing)) stop_run(path, " has no column ", paste(missing, collapse = ", "), "\n\n  fix: take all files from one release")
  numbers <- header %in% plan$numbers
  classes <- ifelse(!header %in% wanted, "NULL", ifelse(numbers, "numeric", "character"))
  missing_codes <- if (name == "results") c("", "x") else ""
  whole(read.csv(path, colClasses = classes, na.strings = missing_codes, check.names = FALSE, quote = "\"", comment.char = "", fill = FALSE, fileEncoding = "UTF-8-BOM"))
}

headlines <- read_table("headlines")
for (name in names(asked)) headlines <- headlines[headlines[[name]] == asked[[name]], ]
if (!nrow(headlines)) stop_run("no result is of ", paste(names(asked), unlist(asked), sep = " ", collapse = ", "), "\n\n  fix: choose an id of headlines.csv")
own_records <- headlines$id[headlines$own_records == "true"]
headlines <- headlines[headlines$own_records != "true", ]

outcomes <- read_table("outcomes")
outcomes <- outcomes[!is.na(outcomes$value), ]
schools <- read_table("schools")
schools <- schools[!duplicated(schools$school_id), ]
school_years <- read_table("school_years")
donor_pools <- read_table("donor_pools")
treated <- read_table("treated")
memberships <- read_table("memberships")
memberships <- memberships[!is.na(memberships$cohort) & !is.na(memberships$pool), ]
unrecorded <- is.na(treated$partnership)
treated$partnership[unrecorded] <- paste("unrecorded", treated$school_id[unrecorded])

independent <- schools$school_id[schools$independent == "true"]
state_schools <- setdiff(schools$school_id, independent)
treated <- treated[treated$school_id %in% state_schools, ]
memberships <- memberships[memberships$school_id %in% state_schools, ]

# Values by school and academic year: a row a school of the phase, a column a year.
series <- function(ids, school, year, value) {
  known <- !is.na(value) & school %in% ids
  years <- if (any(known)) seq(min(year[known]), max(year[known])) else 0
  values <- matrix(NA_real_, length(ids), length(years))
  values[cbind(match(school[known], ids), year[known] - years[1] + 1)] <- value[known]
  list(years = years, values = values)
}

# By school, the mean of the values there are over a window of event times.
window_mean <- function(by, cohort, window) {
  inside <- by$years >= cohort + window[1] & by$years <= cohort + window[2]
  if (!any(inside)) return(rep(NA_real_, nrow(by$values)))
  means <- rowMeans(by$values[, inside, drop = FALSE], na.rm = TRUE)
  replace(means, is.nan(means), NA)
}

value_at <- function(by, year) {
  column <- match(year, by$years)
  if (is.na(column)) rep(NA_real_, nrow(by$values)) else by$values[, column]
}

# ---- a phase: its schools, and what the covariates are made from

read_phase <- function(phase) {
  of_phase <- outcomes[outcomes$phase == phase, ]
  ids <- sort(setdiff(intersect(of_phase$school_id, schools$school_id), independent))
  about <- schools[match(ids, schools$school_id), ]
  flag <- function(text) ifelse(is.na(text), NA, as.numeric(text == "true"))
  yearly <- function(values) series(ids, school_years$school_id, school_years$academic_year, values)
  # An earlier outcome is standardised within year, by the published scale or, where it has none, by all schools of the year.
  past <- lapply(plan$past[[phase]], function(measure) {
    rows <- of_phase[of_phase$measure == measure, ]
    value <- rows$standardised
    if (all(is.na(value))) {
      spread <- ave(rows$value, rows$academic_year, FUN = sd)
      value <- (rows$value - ave(rows$value, rows$academic_year)) / replace(spread, which(spread == 0), NA)
    }
    series(ids, rows$school_id, rows$academic_year, value)
  })
  names(past) <- plan$past[[phase]]
  list(
    ids = ids,
    outcomes = of_phase,
    intake = list(
      free_meals = yearly(school_years$free_meals_pct),
      eal = yearly(school_years$eal_pct),
      log_roll = yearly(log(school_years$pupils))
    ),
    past = past,
    selective = flag(about$selective),
    sixth_form = flag(about$sixth_form),
    region = about$region,
    governance = yearly(school_years$governance),
    means = new.env()
  )
}

# Means over the base window are the same for all outcomes: each is worked out once.
base_mean <- function(data, name, by, cohort, window) {
  key <- paste(name, cohort, window[1], window[2])
  if (is.null(data$means[[key]])) assign(key, window_mean(by, cohort, window), envir = data$means)
  data$means[[key]]
}

# ---- covariates

# An indicator of each value but the commonest; of equally common ones the first is left out.
indicators <- function(values, order) {
  counts <- table(factor(values, levels = order))
  counts <- counts[counts > 0]
  if (!length(counts)) return(list(values = rep(NA_real_, length(values))))
  others <- names(counts)[base::order(-counts, seq_along(counts))][-1]
  setNames(lapply(others, function(one) as.numeric(values == one)), others)
}

covariates_of <- function(entry, data, rows, cohort, own_measure) {
  squared <- endsWith(entry, "^2")
  base <- sub("^2", "", entry, fixed = TRUE)
  if (base %in% names(data$intake)) {
    columns <- list(base_mean(data, base, data$intake[[base]], cohort, plan$base)[rows])
  } else if (base == "past") {
    others <- setdiff(names(data$past), own_measure)
    columns <- lapply(others, function(one) base_mean(data, one, data$past[[one]], cohort, plan$base)[rows])
  } else if (base == "region") {
    columns <- indicators(data$region[rows], sort(unique(data$region), method = "radix"))
  } else if (base == "governance") {
    columns <- indicators(base_mean(data, base, data$governance, cohort, c(plan$base[2], plan$base[2]))[rows], 0:2)
  } else {
    columns <- list(data[[base]][rows])
  }
  if (squared) columns <- lapply(columns, function(column) (column - mean(column, na.rm = TRUE))^2)
  columns
}

# ---- the regression of change on covariates among the donors

# Cholesky; a regressor of which next to nothing is left once those before it are taken out is dropped.
factorise <- function(products) {
  size <- nrow(products)
  lower <- matrix(0, size, size)
  kept <- logical(size)
  for (j in seq_len(size)) {
    before <- seq_len(j - 1)
    column <- products[j:size, j] - as.vector(lower[j:size, before, drop = FALSE] %*% lower[j, before])
    if (!isTRUE(column[1] > plan$copy * products[j, j])) {
      lower[j, ] <- 0
      next
    }
    kept[j] <- TRUE
    lower[j:size, j] <- column / sqrt(column[1])
  }
  list(kept = kept, lower = lower[kept, kept, drop = FALSE])
}

solve_kept <- function(factor, right) {
  answer <- numeric(length(factor$kept))
  half <- forwardsolve(factor$lower, right[factor$kept])
  answer[factor$kept] <- backsolve(t(factor$lower), half)
  answer
}

# The regressors of the schools that have all of them: an intercept, and covariates standardised among the donors.
design_matrix <- function(columns, own, donors) {
  complete <- !is.na(own)
  for (column in columns) complete <- complete & !is.na(column)
  places <- which(complete)
  first <- sum(places <= donors)
  values <- matrix(1, length(places), length(columns) + 1)
  for (c in seq_along(columns)) {
    column <- columns[[c]][places]
    among <- column[seq_len(first)]
    centre <- if (first) mean(among) else 0
    spread <- sqrt(sum((among - centre)^2) / max(first, 1))
    varies <- isTRUE(spread > plan$constant * abs(centre))
    values[, c + 1] <- (column - centre) / (if (varies) spread else 1)
    if (!varies) values[seq_len(first), c + 1] <- 0
  }
  among <- values[seq_len(first), , drop = FALSE]
  list(places = places, donors = first, values = values, among = among, products = crossprod(among))
}

regress <- function(design, change, fewest) {
  y <- change[design$places]
  has <- which(!is.na(y[seq_len(design$donors)]))
  used <- min(ncol(design$values), floor(length(has) / plan$donors_per_coefficient))
  if (used < fewest) return(NULL)
  lacks <- setdiff(seq_len(design$donors), has)
  products <- if (length(lacks) <= length(has)) design$products - crossprod(design$among[lacks, , drop = FALSE])
    else crossprod(design$among[has, , drop = FALSE])
  leading <- products[seq_len(used), seq_len(used), drop = FALSE]
  factor <- factorise(leading)
  if (!all(factor$kept[seq_len(fewest)])) return(NULL)
  x <- design$among[has, seq_len(used), drop = FALSE]
  coefficients <- solve_kept(factor, as.vector(crossprod(x, y[has])))
  # Refined once from the residuals, which is as exact as orthogonalisation.
  coefficients <- coefficients + solve_kept(factor, as.vector(crossprod(x, y[has] - as.vector(x %*% coefficients))))
  later <- seq_along(y) > design$donors
  treated_x <- design$values[later, seq_len(used), drop = FALSE]
  excess <- y[later] - as.vector(treated_x %*% coefficients)
  # A dropped regressor is a copy of others among the donors: of a treated school of which that is not true nothing is expected.
  for (c in which(!factor$kept)) {
    copy <- as.vector(treated_x %*% solve_kept(factor, leading[c, ]))
    excess[abs(treated_x[, c] - copy) > plan$unlike] <- NA
  }
  list(factor = factor, used = used, donors = design$places[has], x = x, residuals = y[has] - as.vector(x %*% coefficients),
    treated = design$places[later], treated_x = treated_x, excess = excess)
}

# ---- a trial: the schools first treated in a year, and those that might have been

trial_of <- function(data, pool, outcome, measure, cohort, treated_rows) {
  donors <- setdiff(which(pool$eligible_from <= cohort & pool$treated_from > cohort), treated_rows)
  rows <- c(donors, treated_rows)
  until <- c(pool$treated_from[donors], rep(Inf, length(treated_rows)))
  own <- window_mean(outcome, cohort, plan$base)[rows]
  asked <- seq_along(rows) > length(donors) & !is.na(own)
  counts <- function(column) {
    known <- sum(!is.na(column[asked]))
    known > 0 && known >= plan$available * sum(asked)
  }
  made <- function(entry) Filter(counts, covariates_of(entry, data, rows, cohort, measure))
  if (!length(made(plan$floor_covariate))) return(NULL)
  among <- own[seq_along(donors)]
  own_mean <- if (any(!is.na(among))) mean(among, na.rm = TRUE) else 0
  kept <- new.env()
  designs <- lapply(c(same_trend = "same_trend", same_past = "same_past"), function(set) {
    entries <- plan$covariates[[set]]
    if (pool$governance) entries <- setdiff(entries, "governance")
    columns <- list()
    for (entry in entries) {
      if (entry == "own") columns <- c(columns, list(own))
      else if (entry == "own^2") columns <- c(columns, list((own - own_mean)^2))
      else {
        if (is.null(kept[[entry]])) assign(entry, made(entry), envir = kept)
        columns <- c(columns, unname(kept[[entry]]))
      }
    }
    design_matrix(columns, own, length(donors))
  })
  times <- seq(plan$effect[1], plan$effect[2])
  regressions <- lapply(times, function(e) {
    change <- value_at(outcome, cohort + e)[rows] - own
    change[cohort + e >= until] <- NA
    if (all(is.na(change[asked]))) return(NULL)
    both <- lapply(c(same_trend = "same_trend", same_past = "same_past"), function(set) regress(designs[[set]], change, plan$fewest_regressors[[set]]))
    if (is.null(both$same_trend) || is.null(both$same_past)) NULL else both
  })
  list(rows = rows, donors = length(donors), regressions = regressions)
}

# ---- effects: means of excesses, with what every school moves them by

sets <- c("same_trend", "same_past")

# Adds to what is known of a result (own means, influence of donors) what one trial says of its schools.
add_trial <- function(result, trial, rows) {
  at <- trial$donors + match(rows, trial$rows[-seq_len(trial$donors)])
  if (!trial$donors) at <- match(rows, trial$rows)
  excess <- lapply(sets, function(set) sapply(trial$regressions, function(both) {
    if (is.null(both)) rep(NA_real_, length(at)) else both[[set]]$excess[match(at, both[[set]]$treated)]
  }))
  excess <- lapply(excess, function(values) matrix(values, nrow = length(at)))
  has <- !is.na(excess[[1]]) & !is.na(excess[[2]])
  times <- rowSums(has)
  behind <- times > 0
  if (!any(behind)) return(result)
  result$rows <- c(result$rows, rows[behind])
  for (s in seq_along(sets)) {
    set <- sets[s]
    own <- rowSums(ifelse(has, excess[[s]], 0)) / times
    result$own[[set]] <- c(result$own[[set]], own[behind])
    for (column in which(colSums(has) > 0)) {
      regression <- trial$regressions[[column]][[set]]
      units <- which(has[, column])
      x <- regression$treated_x[match(at[units], regression$treated), , drop = FALSE]
      along <- solve_kept(regression$factor, colSums(x / times[units]))
      moved <- trial$rows[regression$donors]
      result$influence[[set]][moved] <- result$influence[[set]][moved] - as.vector(regression$x %*% along) * regression$residuals
    }
  }
  result
}

finish <- function(result, cluster, unit) {
  n <- length(result$rows)
  degrees <- length(unique(cluster[result$rows])) - 1
  answer <- list(n = n, degrees = degrees)
  for (set in sets) {
    own <- result$own[[set]]
    estimate <- mean(own)
    influence <- result$influence[[set]] / n
    influence[result$rows] <- influence[result$rows] + (own - estimate) / n
    sums <- rowsum(influence, cluster)
    se <- if (degrees < 1) NA else sqrt(sum(sums^2) * (degrees + 1) / degrees)
    answer[[set]] <- c(estimate = unit * estimate, se = abs(unit) * se)
  }
  answer
}

# ---- every result

answers <- list()
studies <- unique(headlines[c("phase", "measure", "pool")])
studies <- studies[order(studies$phase, studies$pool, studies$measure, method = "radix"), ]
data <- NULL
phase <- ""
pool_id <- ""
for (s in seq_len(nrow(studies))) {
  if (studies$phase[s] != phase) {
    phase <- studies$phase[s]
    data <- read_phase(phase)
    pool_id <- ""
  }
  asked_of <- headlines[headlines$phase == phase & headlines$measure == studies$measure[s] & headlines$pool == studies$pool[s], ]
  if (studies$pool[s] != pool_id) {
    pool_id <- studies$pool[s]
    size <- length(data$ids)
    pool <- list(
      governance = asked_of$is_governance[1] == "true",
      eligible_from = rep(if (asked_of$listed_alone[1] == "true") Inf else -Inf, size),
      treated_from = rep(Inf, size)
    )
    listed <- donor_pools[donor_pools$pool == pool_id & donor_pools$school_id %in% data$ids, ]
    row <- match(listed$school_id, data$ids)
    pool$eligible_from[row] <- ifelse(is.na(listed$eligible_from), -Inf, listed$eligible_from)
    pool$treated_from[row] <- ifelse(is.na(listed$treated_from), Inf, ifelse(listed$treated_from == 0, -Inf, listed$treated_from))
    # Treated in the trial of a year: whoever joined in it, on the clock of the type or of one partnership.
    joined <- rbind(treated[treated$pool == pool_id, c("school_id", "cohort")], memberships[memberships$pool == pool_id, c("school_id", "cohort")])
    joined$row <- match(joined$school_id, data$ids)
    by_cohort <- lapply(split(joined$row, joined$cohort), function(rows) sort(unique(rows)))
  }
  rows <- data$outcomes[data$outcomes$measure == studies$measure[s], ]
  standardised <- asked_of$scale[1] == "standardised"
  if (!standardised) rows <- rows[rows$series_id == asked_of$series_id[1], ]
  outcome <- series(data$ids, rows$school_id, rows$academic_year, if (standardised) rows$standardised else rows$value)
  results <- lapply(asked_of$id, function(id) {
    blank <- numeric(length(data$ids))
    list(rows = integer(0), own = list(same_trend = numeric(0), same_past = numeric(0)), influence = list(same_trend = blank, same_past = blank))
  })
  for (cohort in names(by_cohort)) {
    treated_rows <- by_cohort[[cohort]]
    if (!length(treated_rows)) next
    year <- as.numeric(cohort)
    members <- lapply(seq_len(nrow(asked_of)), function(h) {
      own <- treated$partnership_type == asked_of$partnership_type[h] & treated$role == asked_of$role[h] & treated$cohort == year
      found <- match(treated$school_id[own], data$ids)
      found[!is.na(found)]
    })
    if (!sum(lengths(members))) next
    trial <- trial_of(data, pool, outcome, studies$measure[s], year, treated_rows)
    if (is.null(trial)) next
    for (h in seq_len(nrow(asked_of))) if (length(members[[h]])) results[[h]] <- add_trial(results[[h]], trial, members[[h]])
  }
  for (h in seq_len(nrow(asked_of))) {
    # Clusters: the partnership of a school that is ever in the type, any other school by itself.
    of_type <- treated[treated$partnership_type == asked_of$partnership_type[h] & treated$school_id %in% data$ids, ]
    cluster <- as.character(data$ids)
    cluster[match(of_type$school_id, data$ids)] <- paste("in", of_type$partnership)
    if (length(results[[h]]$rows)) answers[[asked_of$id[h]]] <- finish(results[[h]], cluster, asked_of$unit_factor[h])
  }
}

# ---- beside what the release prints

estimates <- read_table("estimates")
estimates <- estimates[estimates$term == "overall", ]
printed <- read_table("results")
printed <- printed[printed$subgroup_of == "Total", ]
key <- paste(printed$partnership_type, tolower(printed$role), tolower(printed$education_phase), printed$measure)
printed <- printed[!duplicated(key), ]
key <- key[!duplicated(key)]

distance <- function(mine, theirs) {
  if (is.na(mine) && is.na(theirs)) 0 else if (!is.finite(mine) || !is.finite(theirs)) Inf else abs(mine - theirs) / max(1, abs(theirs))
}
points <- 0
errors <- 0
rounded <- 0
counts <- 0
worst <- ""
by_lot <- 0
for (h in seq_len(nrow(headlines))) {
  id <- headlines$id[h]
  answer <- answers[[id]]
  if (is.null(answer)) answer <- list(n = 0, degrees = NA, same_trend = c(estimate = NA, se = NA), same_past = c(estimate = NA, se = NA))
  a <- estimates[estimates$id == id & estimates$assumption == "same_trend", ]
  b <- estimates[estimates$id == id & estimates$assumption == "same_past", ]
  if (!nrow(a) || !nrow(b)) stop_run("estimates.csv has no ", id, "\n\n  fix: take all files from one release")
  if (nrow(a) > 1 || nrow(b) > 1) stop_run("estimates.csv has two rows of ", id, "\n\n  fix: take all files from one release")
  point <- max(distance(answer$same_trend[["estimate"]], a$estimate), distance(answer$same_past[["estimate"]], b$estimate))
  error <- max(distance(answer$same_trend[["se"]], a$se), distance(answer$same_past[["se"]], b$se))
  if (max(point, error) > max(points, errors)) worst <- id
  points <- max(points, point)
  errors <- max(errors, error)
  if (answer$n != a$schools || !isTRUE(answer$degrees + 1 == a$clusters)) counts <- counts + 1
  row <- printed[match(paste(headlines$type_label[h], headlines$role[h], headlines$phase[h], headlines$measure_label[h]), key), ]
  ends <- range(answer$same_trend[["estimate"]], answer$same_past[["estimate"]])
  differs <- abs(ends - c(row$effect_from, row$effect_to)) > 5.01 * 10^(-plan$digits) * abs(ends) + 1e-12
  if (!identical(any(differs), FALSE)) rounded <- rounded + 1
  if (a$method == "randomisation") by_lot <- by_lot + 1
  note <- switch(a$method, randomisation = "interval by randomisation", none = "no interval claimed", "")
  cat(sprintf("%s  A %s (se %s)  B %s (se %s)  df %s  n %d  %s\n", id,
    format(answer$same_trend[["estimate"]], digits = 10), format(answer$same_trend[["se"]], digits = 10),
    format(answer$same_past[["estimate"]], digits = 10), format(answer$same_past[["se"]], digits = 10),
    format(answer$degrees), answer$n, note))
}

cat(sprintf("\n%d result%s\n", nrow(headlines), if (nrow(headlines) == 1) "" else "s"))
cat(sprintf("largest difference of points: %.3g\n", points))
cat(sprintf("largest difference of standard errors: %.3g\n", errors))
cat("differences are shares of the printed figure where that is over 1\n")
if (max(points, errors) > 0) cat(sprintf("largest in %s\n", worst))
cat(sprintf("schools or degrees of freedom that differ: %d\n", counts))
cat(sprintf("results.csv, to %d digits, differs in: %d\n", plan$digits, rounded))
if (by_lot) cat(sprintf("%d results have an interval by randomisation: their points and standard errors are compared, the draws are not made again\n", by_lot))
if (length(own_records)) cat(sprintf("%d results rest on records of a partnership's own, which are not published, and are left out\n", length(own_records)))
failed <- max(points, errors) > plan$tolerance || counts > 0 || rounded > 0
quit(save = "no", status = if (failed) 1 else 0)

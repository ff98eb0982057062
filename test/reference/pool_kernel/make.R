# Answers of base R for outcome regression of one cohort and period: Rscript make.R, in this folder.
# cell.csv is made here; expected.csv has what lm and the influence function of DRDID's reg_did_panel give.
set.seed(20200601)
n <- 240
x1 <- round(rnorm(n, 30, 12), 1)
x2 <- round(rnorm(n, 5.5, 0.6), 3)
treated <- as.integer(runif(n) < plogis(-2 + 0.03 * x1))
before <- round(100 + 0.2 * x1 + rnorm(n), 3)
after <- round(before + 1 - 0.03 * x1 + 0.4 * x2 + 1.2 * treated + rnorm(n), 3)
unit <- seq_len(n)
write.csv(data.frame(unit, treated, before, after, x1, x2), "cell.csv", row.names = FALSE)

answers <- function(set, X) {
  d <- after - before
  D <- treated == 1
  fit <- lm.fit(X[!D, , drop = FALSE], d[!D])
  excess <- d - drop(X %*% fit$coefficients)
  att <- mean(excess[D])
  # Sant'Anna & Zhao (2020), as in DRDID: n times the influence below.
  inf <- numeric(n)
  inf[D] <- (excess[D] - att) / sum(D)
  R <- qr.R(qr(X[!D, , drop = FALSE]))
  inv <- chol2inv(R)
  inf[!D] <- -drop(X[!D, , drop = FALSE] %*% inv %*% colMeans(X[D, , drop = FALSE])) * excess[!D]
  rbind(data.frame(set, what = "att", value = att),
        data.frame(set, what = "se", value = sqrt(sum(inf^2))),
        data.frame(set, what = "spread", value = sqrt(sum(excess[!D]^2) / (sum(!D) - ncol(X)))),
        data.frame(set, what = paste0("excess ", unit), value = excess),
        data.frame(set, what = paste0("influence ", unit), value = inf))
}
out <- rbind(answers("plain", cbind(1, x1, x2)), answers("squares", cbind(1, x1, x2, x1^2, x2^2)), answers("none", cbind(rep(1, n))))
out$value <- sprintf("%.15g", out$value)
write.csv(out, "expected.csv", row.names = FALSE, quote = FALSE)

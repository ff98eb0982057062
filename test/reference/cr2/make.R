# CR2 and Satterthwaite degrees of a mean, by the matrices of Bell & McCaffrey (2002) and Pustejovsky & Tipton (2018)
# with independence as the working model: Rscript make.R, in this folder.
set.seed(2002)
sizes <- list(even = rep(4, 8), uneven = c(1, 1, 2, 3, 5, 8, 21), two = c(3, 9), single = rep(1, 12), one_large = c(40, 1, 1, 2, 1))
values <- do.call(rbind, lapply(names(sizes), function(set) {
  cluster <- rep(seq_along(sizes[[set]]), sizes[[set]])
  data.frame(set, cluster, value = round(0.4 + rnorm(length(sizes[[set]]))[cluster] + rnorm(length(cluster)), 4))
}))
half <- function(A) { e <- eigen(A, symmetric = TRUE); e$vectors %*% diag(ifelse(e$values > 1e-12, 1 / sqrt(pmax(e$values, 1e-300)), 0), nrow(A)) %*% t(e$vectors) }
answers <- do.call(rbind, lapply(names(sizes), function(set) {
  d <- values[values$set == set, ]
  n <- nrow(d); X <- matrix(1, n, 1); M <- solve(t(X) %*% X); H <- X %*% M %*% t(X)
  fit <- drop(M %*% t(X) %*% d$value); e <- d$value - fit
  variance <- 0; G <- NULL
  for (c in unique(d$cluster)) {
    i <- which(d$cluster == c)
    A <- half(diag(1, length(i)) - H[i, i, drop = FALSE])
    s <- M %*% t(X[i, , drop = FALSE]) %*% A
    variance <- variance + drop(s %*% e[i])^2
    G <- cbind(G, t(diag(1, n) - H)[, i, drop = FALSE] %*% t(s))
  }
  P <- t(G) %*% G
  data.frame(set, estimate = fit, se = sqrt(variance), degrees = sum(diag(P))^2 / sum(P^2))
}))
for (column in c("estimate", "se", "degrees")) answers[[column]] <- sprintf("%.15g", answers[[column]])
write.csv(values, "values.csv", row.names = FALSE, quote = FALSE)
write.csv(answers, "expected.csv", row.names = FALSE, quote = FALSE)

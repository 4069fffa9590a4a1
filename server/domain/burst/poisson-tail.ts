/** Where the next term adds less than this share, the sum is done. */
const NEGLIGIBLE = 1e-9

/**
 * How likely `least` or more independent events are where `mean` are expected: the upper tail of
 * the Poisson distribution, as e^(−m) m^k / k! · (1 + m/(k+1) + m²/((k+1)(k+2)) + …). The factorial
 * is Stirling's with its first correction, right to 3 in 100,000 from k = 4. 1 where no more were
 * seen than expected.
 */
export function poissonTail(least: number, mean: number): number {
  if (least <= mean) return 1
  if (mean <= 0) return 0
  const logFactorial =
    least * Math.log(least) - least + Math.log(2 * Math.PI * least) / 2 + 1 / (12 * least)
  let sum = 1
  for (let term = 1, k = least + 1; term > NEGLIGIBLE * sum; k++) {
    term *= mean / k
    sum += term
  }
  return Math.min(1, Math.exp(least * Math.log(mean) - mean - logFactorial) * sum)
}

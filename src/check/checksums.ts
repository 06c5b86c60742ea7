const digitsOf = (id: string): readonly number[] => Array.from(id, Number)

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0)
}

/** Steueridentifikationsnummer: ISO 7064 MOD 11,10, and one of the first ten digits stands two or three times. */
export function germanTaxId(id: string): boolean {
  const digits = digitsOf(id)
  const counts = [...Map.groupBy(digits.slice(0, 10), (digit) => digit).values()].map(({ length }) => length)
  if (counts.filter((count) => count > 1).length !== 1 || Math.max(...counts) > 3) return false
  const product = digits.slice(0, 10).reduce((product, digit) => {
    const sum = (product + digit) % 10 || 10
    return (sum * 2) % 11
  }, 10)
  return (11 - product) % 10 === digits[10]
}

/** Rentenversicherungsnummer: area, date of birth, initial, serial, and a digit over the digit sums of the products. */
export function germanPensionId(id: string): boolean {
  const day = Number(id.slice(2, 4)) % 50
  const month = Number(id.slice(4, 6))
  if (day > 31 || month < 1 || month > 12) return false
  const initial = String(id.charCodeAt(8) - 64).padStart(2, '0')
  const digits = digitsOf(id.slice(0, 8) + initial + id.slice(9, 11))
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((sum, weight, index) => {
    const product = weight * (digits[index] ?? 0)
    return sum + Math.floor(product / 10) + (product % 10)
  }, 0)
  return sum % 10 === Number(id.slice(11))
}

/** DNI and NIE: a letter for the number modulo 23; X, Y and Z stand for 0, 1 and 2. */
export function spanishId(id: string): boolean {
  const number = Number(id.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(number % 23) === id.at(-1)
}

/** NIR: 97 less the number modulo 97; Corsica's 2A counts as 19 and 2B as 18. */
export function frenchId(id: string): boolean {
  const month = Number(id.slice(3, 5))
  if (month === 0 || (month > 12 && month < 20)) return false
  const number = BigInt(id.slice(0, 13).replace('2A', '19').replace('2B', '18'))
  return 97n - (number % 97n) === BigInt(id.slice(13))
}

/** Values of the characters in odd places of an Italian tax code, for 0 to 9 and A to Z. */
const ITALIAN_ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
]

/** Codice fiscale: the sum of the characters' values, which differ by place, modulo 26 as a letter. */
export function italianTaxCode(id: string): boolean {
  const value = (char: string): number => (/\d/.test(char) ? Number(char) : char.charCodeAt(0) - 65)
  const sum = id
    .slice(0, 15)
    .split('')
    .reduce((sum, char, index) => sum + (index % 2 === 0 ? (ITALIAN_ODD[value(char)] ?? 0) : value(char)), 0)
  return String.fromCharCode(65 + (sum % 26)) === id.at(15)
}

/** PESEL: weights 1, 3, 7, 9, and a date of birth whose month carries the century. */
export function polishId(id: string): boolean {
  const digits = digitsOf(id)
  const month = Number(id.slice(2, 4)) % 20
  const day = Number(id.slice(4, 6))
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  return (10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === digits[10]
}

/** Personnummer: a date of birth and the Luhn digit over the last ten digits. */
export function swedishId(id: string): boolean {
  const short = id.slice(-10)
  const month = Number(short.slice(2, 4))
  const day = Number(short.slice(4, 6)) % 60
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && luhn(short)
}

function luhn(id: string): boolean {
  const sum = digitsOf(id)
    .toReversed()
    .reduce((sum, digit, index) => {
      const doubled = index % 2 === 1 ? digit * 2 : digit
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return sum % 10 === 0
}

/** CPF: two digits, each over all before it; a number of one digit repeated passes but is never given. */
export function brazilianId(id: string): boolean {
  if (/^(\d)\1*$/.test(id)) return false
  const digits = digitsOf(id)
  const check = (length: number): number => {
    const weights = Array.from({ length }, (_, index) => length + 1 - index)
    return ((weighted(digits, weights) * 10) % 11) % 10
  }
  return check(9) === digits[9] && check(10) === digits[10]
}

/** The dihedral group of order 10, by which Verhoeff's digit is formed. */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5
}

const VERHOEFF = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

/** Aadhaar: Verhoeff's check digit, which finds every wrong digit and every exchange of neighbours. */
export function verhoeff(id: string): boolean {
  const check = digitsOf(id)
    .toReversed()
    .reduce((check, digit, index) => {
      let permuted = digit
      for (let round = 0; round < index % 8; round++) permuted = VERHOEFF[permuted] ?? 0
      return dihedral(check, permuted)
    }, 0)
  return check === 0
}

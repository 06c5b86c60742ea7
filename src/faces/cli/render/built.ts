import type { PostingAnalysis } from '../../../app/analyse.ts'
import type { BuiltResume } from '../../../app/build.ts'
import type { Output } from '../output.ts'
import { postingName } from './match.ts'

/** A few lines on one PDF that was built. */
export function renderBuilt(
  target: PostingAnalysis | null,
  files: readonly string[],
  built: BuiltResume,
  output: Output,
): string {
  const { receipts, verification, pages, tailored } = built
  const pdf = files.find((file) => file.endsWith('.pdf')) ?? ''
  const score =
    target === null || target.match.score === null
      ? null
      : `match ${target.match.score} as written, ${output.paint('bold', String(tailored.match?.score ?? 0))} as printed`
  return [
    output.paint('bold', target === null ? 'For no posting in particular' : postingName(target.posting)),
    ...(score === null ? [] : [`  ${score}`]),
    `  ${output.paint('cyan', pdf)}, ${pages} ${pages === 1 ? 'page' : 'pages'}`,
    `  ${proofsOf(receipts, verification?.genuine === true, output)}`,
  ].join('\n')
}

function proofsOf(receipts: BuiltResume['receipts'], genuine: boolean, output: Output): string {
  if (receipts === null) return 'no receipts: nothing was collected, or nobody is named'
  const { receipts: issued, claimsWithoutReceipt } = receipts.receipts
  const without = `${claimsWithoutReceipt} ${claimsWithoutReceipt === 1 ? 'claim' : 'claims'} without one`
  if (issued.length === 0) return `no receipts: the evidence shows none of the claims; ${without}`
  const verified = genuine ? output.paint('green', 'all verified') : output.paint('red', 'not verified')
  return `${issued.length} ${issued.length === 1 ? 'receipt' : 'receipts'}, ${verified}; ${without}`
}

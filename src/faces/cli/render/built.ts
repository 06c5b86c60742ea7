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
  const proofs =
    receipts === null
      ? 'no receipts: nothing was collected, or nobody is named'
      : `${receipts.receipts.receipts.length} receipts, ${
          verification?.genuine === true
            ? output.paint('green', 'all verified')
            : output.paint('red', 'not verified')
        }; ${receipts.receipts.claimsWithoutReceipt} claims without one`
  return [
    output.paint('bold', target === null ? 'For no posting in particular' : postingName(target.posting)),
    ...(score === null ? [] : [`  ${score}`]),
    `  ${output.paint('cyan', pdf)}, ${pages} ${pages === 1 ? 'page' : 'pages'}`,
    `  ${proofs}`,
  ].join('\n')
}

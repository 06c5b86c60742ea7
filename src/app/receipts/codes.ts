import { defineCodes } from '../../core/codes.ts'

/** What can be wrong with receipts: when they are issued (RCP), and with a document that carries them (VER). */
export const codes = defineCodes({
  RCP001: {
    name: 'receipts-without-name',
    severity: 'error',
    summary: 'Receipts are about a person, and the résumé names none that is printed.',
    help: 'Set `basics.name` in resume.yaml.',
  },
  RCP002: {
    name: 'private-term-in-receipts',
    severity: 'error',
    summary: 'A term that is to stay private would have left with the receipts.',
    help: 'Choose a stricter privacy profile, or rename the source; nothing was signed.',
  },
  RCP003: {
    name: 'claim-not-printed',
    severity: 'warning',
    summary: 'A claim got no receipt, as its text does not stand in the document that was typeset.',
    help: 'Look whether the text was cut, and whether the theme prints all of its characters.',
  },
  VER001: {
    name: 'no-receipts',
    severity: 'error',
    summary: 'The PDF carries no receipts.',
    help: 'Ask for the PDF as `bonafide build` made it; printing or re-saving a PDF may drop its attachments.',
  },
  VER002: {
    name: 'receipts-unreadable',
    severity: 'error',
    summary: 'The PDF carries an attachment named receipts.json that holds no receipts, or several of them.',
    help: 'Ask for the PDF as `bonafide build` made it, or update this program if the receipts are of a later version.',
  },
  VER003: {
    name: 'receipts-altered',
    severity: 'error',
    summary: 'The receipts were changed after they were signed: a receipt was added, taken away or altered.',
    help: 'Believe none of them, and ask for the PDF as it was built.',
  },
  VER004: {
    name: 'receipts-of-another-person',
    severity: 'error',
    summary: 'The receipts were issued to a person whose name the document does not bear.',
    help: 'Ask whose work the receipts are about.',
  },
  VER005: {
    name: 'text-altered',
    severity: 'error',
    summary: 'The text of the PDF says something else than the text that was signed.',
    help: 'Compare the two texts, and ask for the PDF as it was built.',
  },
  VER006: {
    name: 'claim-added',
    severity: 'error',
    summary: 'The PDF states a number that was not in the text that was signed.',
    help: 'Take the added claim for unproven, and ask for the PDF as it was built.',
  },
  VER007: {
    name: 'text-added',
    severity: 'error',
    summary: 'The PDF holds text that was not in the text that was signed.',
    help: 'Compare the two texts, and ask for the PDF as it was built.',
  },
  VER008: {
    name: 'text-removed',
    severity: 'error',
    summary: 'The PDF lacks text that was signed.',
    help: 'Compare the two texts, and ask for the PDF as it was built.',
  },
  VER009: {
    name: 'links-or-images-altered',
    severity: 'error',
    summary: 'The PDF has other links or another number of images than when it was signed.',
    help: 'Do not follow its links, and ask for the PDF as it was built.',
  },
  VER010: {
    name: 'signed-by-another-key',
    severity: 'error',
    summary: 'The receipts were signed by another key than the one that is trusted.',
    help: 'Ask the person for the thumbprint of the key, over a way that you trust.',
  },
  VER011: {
    name: 'key-not-known',
    severity: 'info',
    summary: 'The signature is good, and whose key made it is not known.',
    help: 'Compare the thumbprint with one that the person gave you, or pass it with --key.',
  },
  VER012: {
    name: 'evidence-does-not-match',
    severity: 'error',
    summary: 'The evidence in a receipt is not the evidence that its hash names.',
    help: 'Take the claim for unproven.',
  },
  VER013: {
    name: 'evidence-says-otherwise',
    severity: 'error',
    summary: 'The evidence in a receipt does not amount to what the claim says.',
    help: 'Take the claim for unproven.',
  },
  VER014: {
    name: 'source-says-otherwise',
    severity: 'error',
    summary: 'Collected again from the source, the evidence does not amount to what the claim says.',
    help: 'Check that the source and the identity are the same ones; if they are, take the claim for unproven.',
  },
  VER015: {
    name: 'claim-not-recomputed',
    severity: 'info',
    summary: 'The source that was given does not hold the evidence of a claim.',
    help: 'Give all the sources that the receipts rest on.',
  },
})

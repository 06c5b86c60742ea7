import type { Connector } from '../core/connector.ts'
import { gitConnector } from '../connectors/git/index.ts'

/** Every connector. Made by `npm run generate` from the folders in src/connectors/. */
export const connectors: readonly Connector[] = [gitConnector]

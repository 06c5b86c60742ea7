import type { ReactNode } from 'react'
import type { Position } from '../../src/faces/server/api.ts'
import { ApiError, ServerGone } from './api.ts'
import { placeOf } from './place.ts'
import { Prose } from './prose.tsx'

/** What went wrong, where, and what to do about it. */
export function Failure(props: {
  readonly error: Error
  readonly title?: string
  readonly onRetry?: () => void
  readonly children?: ReactNode
}) {
  const { error } = props
  return (
    <div className="failure">
      <div role="alert">
        {props.title === undefined ? null : <p className="quiet">{props.title}</p>}
        <p>
          <strong>
            <Prose text={error.message} />
          </strong>
        </p>
        <Advice error={error} />
      </div>
      {props.children}
      {props.onRetry === undefined ? null : (
        <button type="button" onClick={props.onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}

function Advice({ error }: { readonly error: Error }) {
  if (error instanceof ServerGone) {
    return (
      <p>
        Start <code>bonafide serve</code> again in the workspace. The page goes on by itself as soon as it is
        back at this address.
      </p>
    )
  }
  if (!(error instanceof ApiError)) return <p>Reload the page; if it happens again, please report it.</p>
  return (
    <>
      <Place position={error.position} message={error.message} />
      <p>
        <Prose text={error.help} /> <code>{error.code}</code>
      </p>
    </>
  )
}

/** Some messages begin with the place already. */
function Place({ position, message }: { readonly position: Position | null; readonly message: string }) {
  if (position === null) return null
  const place = placeOf(position)
  return message.includes(place) ? null : <p className="place">{place}</p>
}

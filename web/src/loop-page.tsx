import { useEffect } from 'react'
import { Changes } from './changes.tsx'
import { Failure } from './failure.tsx'
import { Findings } from './findings.tsx'
import { Header } from './header.tsx'
import { Matrix } from './matrix.tsx'
import { PdfPages } from './pdf-pages.tsx'
import { SayIt } from './say-it.tsx'
import { SkillsOverTime } from './skills-over-time.tsx'
import { Summary } from './summary.tsx'
import { splitUnsaid } from './unsaid.ts'
import { useLoop } from './use-loop.ts'

/** The whole loop of a workspace for one posting. */
export function LoopPage(props: {
  readonly posting: string | null
  /** Null asks for the best match. */
  readonly onPosting: (file: string | null) => void
}) {
  const { loop, build } = useLoop(props.posting)
  const view = loop.data
  const name = view?.person.name
  useEffect(() => {
    document.title = name ? `${name} · Bonafide` : 'Bonafide'
  }, [name])

  const retry = (): void => void loop.refetch()
  if (view === undefined) {
    return (
      <main className="alone">
        <h1 className="wordmark">Bonafide</h1>
        {loop.isError ? (
          <Failure error={loop.error} onRetry={retry}>
            {props.posting === null ? null : (
              <button type="button" onClick={() => props.onPosting(null)}>
                Show the best match
              </button>
            )}
          </Failure>
        ) : (
          <p role="status">Reading the workspace …</p>
        )}
      </main>
    )
  }
  const { unsaid, others } = splitUnsaid(view)
  return (
    <>
      <a className="skip" href="#matrix">
        Skip to the requirements
      </a>
      <a className="skip" href="#findings">
        Skip to the findings
      </a>
      <Header
        view={view}
        onPosting={props.onPosting}
        onBuild={() => build.mutate()}
        building={build.isPending}
        built={view.pdf !== null && view.pdf.builtAt === build.data?.pdf?.builtAt}
      />
      <main className="loop" aria-busy={loop.isPlaceholderData}>
        {build.isError ? <Failure error={build.error} title="The PDF was not built" /> : null}
        {loop.isError ? (
          <Failure error={loop.error} onRetry={retry}>
            <p>What you see below is as it was before.</p>
          </Failure>
        ) : null}
        <div className="work">
          {view.match === null ? null : <Summary match={view.match} />}
          <SayIt unsaid={unsaid} />
          <Matrix match={view.match} posting={view.posting} collected={view.skills.quarters.length > 0} />
          <Findings findings={others} said={unsaid.length > 0} />
          <SkillsOverTime skills={view.skills} />
          <Changes changes={view.changes} />
        </div>
        <PdfPages pdf={view.pdf} posting={view.posting} building={build.isPending} />
      </main>
    </>
  )
}

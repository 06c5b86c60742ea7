import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiError, buildAgain, fetchLoop } from './api.ts'
import { Changes } from './changes.tsx'
import { Findings } from './findings.tsx'
import { Header } from './header.tsx'
import { Matrix } from './matrix.tsx'
import { PdfPages } from './pdf-pages.tsx'
import { SkillsOverTime } from './skills-over-time.tsx'

/** The whole loop of a workspace for one posting. */
export function LoopPage(props: {
  readonly posting: string | null
  readonly onPosting: (file: string) => void
}) {
  const client = useQueryClient()
  const key = ['loop', props.posting]
  const loop = useQuery({ queryKey: key, queryFn: () => fetchLoop(props.posting) })
  const build = useMutation({
    mutationFn: () => buildAgain(props.posting),
    onSuccess: (view) => client.setQueryData(key, view),
  })
  const name = loop.data?.person.name
  useEffect(() => {
    document.title = name ? `${name} · Bonafide` : 'Bonafide'
  }, [name])

  if (loop.isPending)
    return (
      <main className="alone">
        <p role="status">Reading the workspace …</p>
      </main>
    )
  if (loop.isError)
    return (
      <main className="alone">
        <Failure error={loop.error} />
      </main>
    )
  const view = loop.data
  return (
    <>
      <a className="skip" href="#matrix">
        Skip to the requirements
      </a>
      <Header
        view={view}
        onPosting={props.onPosting}
        onBuild={() => build.mutate()}
        building={build.isPending}
      />
      {build.isError ? <Failure error={build.error} /> : null}
      <main className="loop">
        <div className="side">
          {view.match === null ? <NoPosting /> : <Matrix match={view.match} posting={view.posting} />}
          <Findings findings={view.findings} />
          <SkillsOverTime skills={view.skills} />
          <Changes changes={view.changes} />
        </div>
        <PdfPages pdf={view.pdf} posting={view.posting} />
      </main>
    </>
  )
}

function NoPosting() {
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix" tabIndex={-1}>
        Requirements
      </h2>
      <p>
        No posting yet. Save one as a file in <code>postings/</code>; text, Markdown and saved pages are read.
      </p>
    </section>
  )
}

function Failure({ error }: { readonly error: Error }) {
  return (
    <div role="alert" className="failure">
      <p>
        <strong>{error.message}</strong>
      </p>
      {error instanceof ApiError ? (
        <p>
          {error.help} <code>{error.code}</code>
        </p>
      ) : (
        <p>
          Is <code>bonafide serve</code> still running?
        </p>
      )}
    </div>
  )
}

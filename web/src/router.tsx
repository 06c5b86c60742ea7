import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { LoopPage } from './loop-page.tsx'

interface Search {
  /** File of the posting that is looked at. */
  readonly posting?: string
}

const root = createRootRoute({
  // The server has one page; a stray path shows it too.
  notFoundComponent: () => <p>There is nothing here.</p>,
})
const loop = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): Search =>
    typeof search['posting'] === 'string' ? { posting: search['posting'] } : {},
  component: function Loop() {
    const { posting } = loop.useSearch()
    const navigate = loop.useNavigate()
    return (
      <LoopPage
        posting={posting ?? null}
        onPosting={(file) =>
          void navigate({ search: file === null ? {} : { posting: file }, resetScroll: false })
        }
      />
    )
  },
})

export const router = createRouter({ routeTree: root.addChildren([loop]) })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { buildAgain, fetchLoop } from './api.ts'

/** The server answers an unchanged workspace from memory, so the page can follow the files as they are saved. */
const FOLLOW_MS = 1_000

/** The loop for a posting, kept up to date, and the means to build it again. */
export function useLoop(posting: string | null) {
  const client = useQueryClient()
  const queryKey = ['loop', posting]
  const build = useMutation({
    mutationFn: async () => {
      // An answer that is on its way would show the state before the build.
      await client.cancelQueries({ queryKey })
      return buildAgain(posting)
    },
    onSuccess: (view) => client.setQueryData(queryKey, view),
  })
  const loop = useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchLoop(posting, signal),
    placeholderData: keepPreviousData,
    refetchInterval: build.isPending ? false : FOLLOW_MS,
  })
  return { loop, build }
}

import { gitMetrics } from './git-metrics.ts'
import type { Metric } from './model.ts'

/** All metrics by id. */
export const metrics: ReadonlyMap<string, Metric> = new Map(gitMetrics.map((metric) => [metric.id, metric]))

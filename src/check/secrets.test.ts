import { describe, expect, it } from 'vitest'
import { findSecrets } from './secrets.ts'

// Joined here, so that no scanner takes this file for a leak. None of them opens anything.
const made = (...parts: readonly string[]): string => parts.join('')
const RANDOM = 'q7Xk2mZp9Lw4Ts8VbN3cRf6YhJ1dGa5E'

describe('findSecrets', () => {
  it.each([
    ['an AWS access key', made('AKIA', 'IOSFODNN7EXAMPLE')],
    ['a GitHub token', made('ghp', '_', RANDOM, 'abcd')],
    ['a GitLab token', made('glpat', '-', 'abcDEF1234567890wxyz')],
    ['a Slack token', made('xoxb', '-', '123456789012-abcdefghij')],
    ['a Slack webhook', made('https://hooks.slack', '.com/services/', 'T0000/B0000/abcdefghijkl')],
    ['a Stripe key', made('sk', '_live_', 'abcdefghijklmnop')],
    ['a Google API key', made('AIza', RANDOM, 'abc')],
    ['an npm token', made('npm', '_', RANDOM, 'abcd')],
    ['a PyPI token', made('pypi', '-', RANDOM, RANDOM)],
    ['a SendGrid key', made('SG', '.', 'abcdefghijklmnop', '.', 'abcdefghijklmnop')],
    ['an OpenAI or Anthropic key', made('sk', '-proj-', RANDOM)],
    ['a private key', made('-----BEGIN ', 'RSA PRIVATE KEY-----')],
    ['a JSON web token', made('eyJ', 'hbGciOiJIUzI1NiJ9', '.eyJ', 'zdWIiOiIxMjM0In0', '.c2lnbmF0dXJl')],
    ['a password in an address', 'postgres://shop:hunter22@db.example.org/orders'],
    ['a password', 'password: hunter22'],
    ['a password', 'API_KEY=abc123def'],
    ['a key or token', RANDOM],
  ])('knows %s', (name, secret) => {
    const text = `Use ${secret} here`
    expect(findSecrets(text)[0]?.name).toBe(name)
    expect(text.slice(findSecrets(text)[0]?.span.start)).toMatch(/^\S/)
  })

  it.each([
    'Rotated the API key: rotation every night',
    'Password: reset flow rebuilt',
    'commit 5f2c1d9be03a7788ffab12cd34ef56ab78cd90ef',
    'ev-0123456789abcdef0123456789abcdef',
    'https://www.credly.com/badges/5f2C1d9b-E03a-7788-fFab-12cd34ef56ab',
    'AWS/GCP/Azure/Docker/Kubernetes/Terraform/Python3/Go',
    'AbstractSingletonProxyFactoryBeanConfiguration2Test',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ',
    'https://example.org/~mira:notes',
    'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ])('leaves %s alone', (text) => {
    expect(findSecrets(text)).toEqual([])
  })
})

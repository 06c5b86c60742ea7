import { describe, expect, it } from 'vitest'
import { readCompany, readPlace, readRemote, readSeniority, readTitle } from './header.ts'
import { parsePlain } from './plain.ts'

const lines = (text: string): Parameters<typeof readTitle> => [text, parsePlain(text, 'x').lines]

describe('readTitle', () => {
  it.each([
    ['# Senior Python Engineer (m/w/d)\n', 'Senior Python Engineer'],
    ['Backend Developer at Quartz Labs – Berlin\n', 'Backend Developer'],
    ['Quartz Labs | Staff Software Engineer | Remote\n', 'Staff Software Engineer'],
    ['Job title: Data Engineer\n', 'Data Engineer'],
    ['Hello!\n\nWe are hiring a Senior Go Developer to join our team.\n', 'Senior Go Developer'],
    ['Wir suchen einen Senior Java-Entwickler (m/w/d) in Bonn\n', 'Senior Java-Entwickler'],
    ['Ingénieur Backend H/F - CDI\n', 'Ingénieur Backend'],
    ['We grow tomatoes.\n', null],
  ])('%j', (text, expected) => {
    expect(readTitle(...lines(text))?.value ?? null).toBe(expected)
  })
})

describe('readCompany', () => {
  it.each([
    ['Backend Developer at Quartz Labs – Berlin\n', 'Quartz Labs'],
    ['Company: Heron & Sons\n', 'Heron & Sons'],
    ['## About Osprey Freight\n', 'Osprey Freight'],
    ['Nordwind GmbH sucht Verstärkung\n', 'Nordwind GmbH'],
    ['Lumen is looking for you.\n', 'Lumen'],
    ['Backend Developer\nAcme Payments Ltd | London, UK\n', 'Acme Payments Ltd'],
    ['## About us\n\nJoin us.\n', null],
    ['About the role\n', null],
  ])('%j', (text, expected) => {
    expect(readCompany(...lines(text))?.value ?? null).toBe(expected)
  })
})

describe('readSeniority', () => {
  it.each([
    ['# Senior Staff Engineer\n', 'staff'],
    ['# Lead Backend Developer\n', 'lead'],
    ['# Engineering Manager\n', 'manager'],
    ['# Technical Product Manager\n', null],
    ['# Head of Engineering\n', 'director'],
    ['# VP of Engineering\n', 'vp'],
    ['# Werkstudent Backend Entwickler\n', 'intern'],
    ['# Backend Developer\n\nExperience level: Mid-Level\n', 'mid'],
    ['# Backend Developer\n\nWe are looking for a junior colleague. Senior people will help.\n', 'junior'],
    ['# Backend Developer\n\nYou report to the senior director.\n', null],
  ])('%j', (text, expected) => {
    const [source, all] = lines(text)
    expect(readSeniority(source, all, readTitle(source, all))?.value ?? null).toBe(expected)
  })
})

describe('readRemote', () => {
  it.each([
    ['Location: Remote (EU)\n', 'remote'],
    ['We are a remote-first company.\n', 'remote'],
    ['Three days a week in the office.\n', 'hybrid'],
    ['Hybrid, fully remote in August\n', 'hybrid'],
    ['Home-Office möglich\n', 'hybrid'],
    ['This position is not remote.\n', 'on-site'],
    ['On-site in Porto.\n', 'on-site'],
    ['You know remote procedure calls.\n', null],
    ['Lunch is free.\n', null],
  ])('%j', (text, expected) => {
    const [source, all] = lines(text)
    expect(readRemote(source, source, all)?.value ?? null).toBe(expected)
  })
})

describe('readPlace', () => {
  it.each([
    ['Location: Porto, Portugal\n', 'Porto, Portugal'],
    ['**Standort:** Köln (Hybrid)\n', 'Köln'],
    ['Backend Developer | Quartz | Berlin, Germany\n', 'Berlin, Germany'],
    ['# Backend Developer\n\nWe are based in Ghent.\n', 'Ghent'],
    ['BACKEND DEVELOPER - PAYMENTS\nAcme | London, UK | Full-time\n', 'London, UK'],
    ['Location: Remote\n', null],
    ['# Backend Developer\n', null],
  ])('%j', (text, expected) => {
    const [source, all] = lines(text)
    expect(readPlace(source, all, readTitle(source, all), null)?.value ?? null).toBe(expected)
  })
})

import { expect, test } from 'vitest'
import { isLight } from '../../widget/ground.ts'

test.each([
  'rgb(255, 255, 255)',
  'rgba(230, 234, 237, 0.87)',
  'rgb(163, 173, 181)',
  'oklch(0.95 0.01 200)',
  'oklab(0.928 0.006 -0.01)',
  'lab(92.1 -1.2 4)',
  'lch(92 2 300 / 0.9)',
  'color(srgb 0.9 0.92 0.93)',
  'color(display-p3 0.9 0.92 0.93)',
])('%s stands on a dark ground', (color) => {
  expect(isLight(color)).toBe(true)
})

test.each([
  'rgb(0, 0, 0)',
  'rgb(27, 31, 35)',
  'rgb(91, 102, 112)',
  'oklch(0.21 0.03 264)',
  'oklab(0.21 0 0.02)',
  'lab(12 0 0)',
  'lch(20 90 300)',
  'color(srgb 0.1 0.12 0.13)',
  'color(display-p3 0.1 0.12 0.13)',
  '',
])('%j stands on a light ground', (color) => {
  expect(isLight(color)).toBe(false)
})

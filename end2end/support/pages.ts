// Every kind of page. What is listed here is looked at in all modes and validated; to add a page is one line.
import type { Round } from './round.ts';

export interface Shown {
  name: string;
  /** Its address. */
  at: (round: Round) => string;
  /** What it answers; 200 if it is not said. */
  status?: number;
  /** What is filled in and sent before it is looked at: name of the field to value. */
  send?: Record<string, string>;
}

const section = (name: string, id: string): Shown => ({ name, at: ({ respond }) => `${respond}?section=${id}` });

export const pages: Shown[] = [
  { name: 'landing', at: () => '/' },
  { name: 'manage', at: ({ manage }) => manage },
  { name: 'join', at: ({ join }) => join },
  { name: 'join, refused', at: ({ join }) => join, send: { name: 'x'.repeat(500) }, status: 422 },
  section('profile', 'profile'),
  section('stages', 'TE1'),
  section('agreement', 'CH1'),
  section('delivery', 'PM'),
  { name: 'delivery, refused', at: ({ respond }) => `${respond}?section=PM`, send: { PM4: '120' }, status: 422 },
  section('tools', 'tools'),
  section('strategies', 'strategies'),
  section('open questions', 'open'),
  { name: 'what is left', at: ({ respond }) => `${respond}?section=TE5&only=left` },
  section('review', 'review'),
  { name: 'earlier versions', at: ({ respond }) => `${respond}/history` },
  { name: 'submitted', at: ({ submitted }) => `${submitted}?section=submitted` },
  { name: 'results', at: ({ manage }) => `${manage}/results` },
  { name: 'quick check', at: () => '/check' },
  { name: 'quick check, result', at: ({ check }) => check },
  { name: 'sample', at: () => '/sample' },
  { name: 'problem', at: () => '/no/such/page', status: 404 },
  { name: 'style guide', at: () => '/styleguide' },
];

/** The words of the console's page. */
import type { Language } from '@reident/domain/browser';
import { checks as checksDe } from './de/checks.ts';
import { console as consoleDe } from './de/console.ts';

import { useEffect, useState } from 'preact/hooks';
import type { CaseView } from '../../shared/view.ts';
import { api } from '../state/api.ts';
import { showError } from '../state/state.ts';

/** A picture by its capture: its address in this page, or that it could not be shown; absent while it loads. */
export type Pictures = ReadonlyMap<string, string | 'failed'>;

/** Fetches each picture of an opened case once, since each look is written down, and forgets them when the case is left. */
export function usePictures(id: string, found: CaseView | null): Pictures {
  const [pictures, setPictures] = useState<Pictures>(new Map());
  const wanted = found?.opened ? found.captures.filter(({ picture }) => picture).map((capture) => capture.id) : [];
  const key = wanted.join(' ');
  useEffect(() => {
    let current = true;
    const urls: string[] = [];
    const keep = (captureId: string, url: string) => {
      if (current) setPictures((former) => new Map(former).set(captureId, url));
    };
    const fetchAll = async () => {
      for (const captureId of key.split(' ').filter(Boolean)) {
        try {
          const url = URL.createObjectURL(await api.picture(id, captureId));
          urls.push(url);
          keep(captureId, url);
        } catch (error) {
          if (current) showError(error);
          keep(captureId, 'failed');
        }
      }
    };
    void fetchAll();
    return () => {
      current = false;
      setPictures(new Map());
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [id, key]);
  return pictures;
}

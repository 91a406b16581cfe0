import { OneOf } from '@reident/design/field';
import { REASONS, type Reason } from '@reident/domain/browser';
import { useState } from 'preact/hooks';
import { texts } from '../state/texts.ts';

interface ReasonPickerProps {
  /** Of the field that is typed into. */
  searchId: string;
  groups: readonly string[];
  /** The reason that the software names; it stands first. */
  suggested: string | null;
  chosen: string | null;
  error: string | null;
  onChoose(reason: string): void;
}

/** The published reasons of the groups that fit the decision, found by typing, chosen with the arrow keys. */
export function ReasonPicker({ searchId, groups, suggested, chosen, error, onChoose }: ReasonPickerProps) {
  const t = texts.value.console;
  const [search, setSearch] = useState('');
  const { meanings } = texts.value.reasons;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = (Object.entries(REASONS) as [Reason, (typeof REASONS)[Reason]][])
    .filter(([, row]) => groups.includes(row.group) && row.raisedBy !== 'sandbox')
    .filter(([code, row]) =>
      words.every((word) => `${code} ${meanings[code]} ${t.subjects[row.about]}`.toLowerCase().includes(word)),
    )
    .sort(([a], [b]) => Number(b === suggested) - Number(a === suggested));
  return (
    <OneOf id="reason" legend={t.dialog.reason} error={error}>
      <label>
        <span class="unseen">{t.dialog.searchReason}</span>
        <input
          id={searchId}
          type="search"
          value={search}
          placeholder={t.dialog.searchReason}
          autofocus
          autocomplete="off"
          onInput={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = rows[0]?.[0];
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !first) return;
            event.preventDefault();
            onChoose(first);
          }}
        />
      </label>
      <div class="reason-list">
        {rows.length === 0 ? <p class="soft">{t.dialog.noReason}</p> : null}
        {rows.map(([code, { about }]) => (
          <label key={code} class="reason">
            <input type="radio" name="reason" value={code} checked={code === chosen} onChange={() => onChoose(code)} />
            <span>
              <code>{code}</code> <span class="chip plain">{t.subjects[about]}</span>
              <br />
              {meanings[code]}
            </span>
          </label>
        ))}
      </div>
    </OneOf>
  );
}

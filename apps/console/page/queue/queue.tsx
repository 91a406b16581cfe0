import { useEffect, useRef, useState } from 'preact/hooks';
import { type MeView, type QueueRow, type QueueView, SHELVES, type Shelf } from '../../shared/view.ts';
import { StatusChip, VerdictChip } from '../components/chips.tsx';
import { age } from '../components/format.ts';
import { api } from '../state/api.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { goTo, showError } from '../state/state.ts';
import { texts } from '../state/texts.ts';

const REFRESH_SECONDS = 10;

/** The cases of one shelf. Rows are chosen with j and k, opened with Enter or a click. */
export function Queue(_props: { me: MeView }) {
  const t = texts.value.console;
  const [shelf, setShelf] = useState<Shelf>('waiting');
  const [search, setSearch] = useState('');
  const [queue, setQueue] = useState<QueueView | null>(null);
  const [chosen, setChosen] = useState(0);
  const searchField = useRef<HTMLInputElement>(null);
  const rows = queue?.rows ?? [];

  useEffect(() => {
    let current = true;
    const load = async () => {
      try {
        const loaded = await api.queue(shelf, search);
        if (current) setQueue(loaded);
      } catch (error) {
        if (current) showError(error);
      }
    };
    void load();
    const timer = setInterval(() => void load(), REFRESH_SECONDS * 1000);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [shelf, search]);

  const choose = (index: number) => setChosen(Math.max(0, Math.min(index, rows.length - 1)));
  const move = (by: number) => setChosen((former) => Math.max(0, Math.min(former + by, rows.length - 1)));
  const show = (next: Shelf) => {
    setShelf(next);
    setQueue(null);
    setChosen(0);
  };
  useShortcuts('queue', [
    { keys: ['j', 'ArrowDown'], shown: 'j ↓', label: t.keys.next, run: () => move(1) },
    { keys: ['k', 'ArrowUp'], shown: 'k ↑', label: t.keys.previous, run: () => move(-1) },
    { keys: ['Enter', 'o'], label: t.keys.open, run: () => openRow(rows[chosen]) },
    { keys: ['/'], label: t.keys.search, run: () => searchField.current?.focus() },
    {
      keys: SHELVES.map((_, index) => String(index + 1)),
      shown: `1 … ${SHELVES.length}`,
      label: t.keys.shelf,
      run: (key) => show(SHELVES[Number(key) - 1] ?? 'waiting'),
    },
  ]);

  return (
    <main class="queue" id="content" tabIndex={-1}>
      <h1>{t.queue.title}</h1>
      <div class="shelves">
        <nav aria-label={t.keys.shelf}>
          {SHELVES.map((one) => (
            <button key={one} type="button" aria-current={one === shelf ? 'true' : undefined} onClick={() => show(one)}>
              {t.queue.shelves[one]}
              {queue && one in queue.counts ? (
                <span class="count">{queue.counts[one as keyof QueueView['counts']]}</span>
              ) : null}
            </button>
          ))}
        </nav>
        <label class="search">
          <span class="unseen">{t.queue.search}</span>
          <input
            ref={searchField}
            type="search"
            value={search}
            placeholder={t.queue.searchHint}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => {
              setSearch(event.currentTarget.value.trim());
              setChosen(0);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
            }}
          />
          <kbd>/</kbd>
        </label>
      </div>
      {queue === null ? (
        <p class="soft">{t.loading}</p>
      ) : rows.length === 0 ? (
        <div class="empty">
          <p>{search ? t.queue.noMatch : t.queue.empty[shelf]}</p>
          <p class="soft">{t.queue.emptyHint}</p>
        </div>
      ) : (
        <Rows queue={queue} shelf={shelf} chosen={Math.min(chosen, rows.length - 1)} onChoose={choose} />
      )}
    </main>
  );
}

interface RowsProps {
  queue: QueueView;
  shelf: Shelf;
  chosen: number;
  onChoose(index: number): void;
}

function Rows({ queue, shelf, chosen, onChoose }: RowsProps) {
  const t = texts.value.console;
  const chosenRow = useRef<HTMLTableRowElement>(null);
  useEffect(() => chosenRow.current?.scrollIntoView({ block: 'nearest' }), [chosen]);
  return (
    <div class="scroll">
      <table class="cases">
        <caption class="unseen">{t.queue.cases(queue.rows.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.queue.id}</th>
            <th scope="col">{t.queue.age}</th>
            <th scope="col">{t.queue.status}</th>
            <th scope="col">{t.queue.engine}</th>
            <th scope="col">{t.queue[WHO[shelf]]}</th>
          </tr>
        </thead>
        <tbody>
          {queue.rows.map((row, index) => (
            <tr
              key={row.id}
              ref={index === chosen ? chosenRow : null}
              class={index === chosen ? 'chosen' : ''}
              onClick={() => openRow(row)}
              onMouseMove={() => index !== chosen && onChoose(index)}
            >
              <th scope="row">
                <a
                  href={`/console/cases/${row.id}`}
                  aria-current={index === chosen ? 'true' : undefined}
                  onFocus={() => index !== chosen && onChoose(index)}
                  onClick={(event) => {
                    event.preventDefault();
                    event.stopPropagation();
                    openRow(row);
                  }}
                >
                  <code>{row.id}</code>
                </a>
              </th>
              <td class="number">{age(row.since, queue.now)}</td>
              <td>
                <StatusChip status={row.status} />
                {!row.waiting && row.reason ? <small class="soft"> {row.reason}</small> : null}
              </td>
              <td>
                <VerdictChip result={row.verdict} />
                <small class="soft">
                  {row.failed > 0 ? ` ${t.queue.fails(row.failed)}` : ''}
                  {row.inconclusive > 0 ? ` ${t.queue.doubts(row.inconclusive)}` : ''}
                </small>
              </td>
              <td>{row.claim ? row.claim.mine ? t.queue.mine : row.claim.by : <DecidedBy row={row} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the last column says on each shelf. */
const WHO = {
  waiting: 'claim',
  mine: 'claim',
  suspected: 'claim',
  decided: 'decided',
  all: 'claimOrDecision',
} as const satisfies Record<Shelf, string>;

/** For a case that is over: who decided, so that what software decided alone is seen at once. */
function DecidedBy({ row }: { row: QueueRow }) {
  return row.waiting ? (
    <span class="soft none">–</span>
  ) : (
    <span class="soft">{texts.value.terms.actors[row.lastActor]}</span>
  );
}

function openRow(row: QueueRow | undefined): void {
  if (row) goTo(`/console/cases/${row.id}`);
}

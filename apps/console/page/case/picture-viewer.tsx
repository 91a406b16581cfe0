import { useEffect, useRef, useState } from 'preact/hooks';
import type { RegionView } from '../../shared/view.ts';
import { texts } from '../state/texts.ts';
import { Watermark } from './watermark.tsx';

export interface View {
  zoom: number;
  /** Degrees clockwise. */
  turn: number;
  /** How far the picture was pushed, in pixels of the screen. */
  x: number;
  y: number;
}

export const START_VIEW: View = { zoom: 1, turn: 0, x: 0, y: 0 };

interface PictureViewerProps {
  url: string | 'failed' | undefined;
  /** False for a clip. */
  picture: boolean;
  name: string;
  region: RegionView | null;
  view: View;
  onView(view: View): void;
  watermark: string;
}

/** A picture that can be enlarged with the wheel, pushed with the pointer, and turned; a finding's place is outlined on it. */
export function PictureViewer({ url, picture, name, region, view, onView, watermark }: PictureViewerProps) {
  const t = texts.value.console;
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const grabbed = useRef<{ x: number; y: number } | null>(null);
  const box = useSize(frame, url);
  if (!picture) return <p class="blank">{t.case.noPicture}</p>;
  if (url === 'failed') return <p class="blank bad">{t.case.pictureFailed}</p>;
  if (url === undefined) return <p class="blank">{t.loading}</p>;

  const sideways = view.turn % 180 !== 0;
  const fit =
    size && box
      ? Math.min(box.width / (sideways ? size.height : size.width), box.height / (sideways ? size.width : size.height))
      : 0;
  const place = {
    width: `${size?.width ?? 0}px`,
    height: `${size?.height ?? 0}px`,
    transform: `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) rotate(${view.turn}deg) scale(${fit * view.zoom})`,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys + - t 0 and the buttons above do the same
    <div
      ref={frame}
      class="viewer"
      onWheel={(event) => {
        event.preventDefault();
        onView({ ...view, zoom: Math.max(1, Math.min(8, view.zoom * (event.deltaY < 0 ? 1.15 : 1 / 1.15))) });
      }}
      onPointerDown={(event) => {
        grabbed.current = { x: event.clientX - view.x, y: event.clientY - view.y };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (grabbed.current)
          onView({ ...view, x: event.clientX - grabbed.current.x, y: event.clientY - grabbed.current.y });
      }}
      onPointerUp={() => (grabbed.current = null)}
      onPointerCancel={() => (grabbed.current = null)}
      onDblClick={() => onView(START_VIEW)}
    >
      <div class="sheet" style={place}>
        <img
          src={url}
          alt={name}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setSize({ width: naturalWidth, height: naturalHeight })
          }
        />
        {region && size ? (
          <svg class="region" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <polygon class="shade" points={pointsOf(region)} />
            <polygon points={pointsOf(region)} />
          </svg>
        ) : null}
      </div>
      <Watermark text={watermark} />
    </div>
  );
}

function pointsOf({ quad }: RegionView): string {
  return quad.map(([x, y]) => `${x},${y}`).join(' ');
}

/** The size of an element, followed as the window changes; null until it is there. */
function useSize(element: { current: HTMLElement | null }, key: unknown): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [key]);
  return size;
}

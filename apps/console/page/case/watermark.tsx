/** Who looked and when, across the picture: a photo of the screen then says where it came from [CON-6]. */
export function Watermark({ text }: { text: string }) {
  return (
    <svg class="watermark" aria-hidden="true">
      <defs>
        <pattern id="watermark" width="300" height="130" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="0" y="40">
            {text}
          </text>
          <text x="120" y="105">
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark)" />
    </svg>
  );
}

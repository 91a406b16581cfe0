import { Component, type ComponentChildren } from 'preact';
import { texts } from '../words/texts.ts';
import { Screen } from './screen.tsx';

/** A screen that cannot be drawn, as in a browser that lacks something, is one that says so: nobody looks at an empty page. */
export class Guard extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  render() {
    return this.state.failed ? <FailedScreen /> : this.props.children;
  }
}

function FailedScreen() {
  const t = texts().failed;
  return (
    <main>
      <Screen name="failed" heading={t.heading} lead={t.text}>
        <ul class="tips">
          {t.help.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <div class="buttons">
          <button type="button" class="button primary" onClick={() => location.reload()}>
            {t.again}
          </button>
        </div>
      </Screen>
    </main>
  );
}

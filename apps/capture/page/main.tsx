import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { wantFaceAnalyser } from './camera/face-analyser.ts';
import { Guard } from './components/guard.tsx';
import { tellPartner } from './embedding/tell-partner.ts';
import { begin } from './flow/actions.ts';
import { model, picturesFace } from './flow/model.ts';

const root = document.getElementById('app');
if (root) {
  // What stood here said what to do if no script had come this far.
  root.replaceChildren();
  if (model.value.boot.entry === 'preview') void import('./preview/listen.ts').then(({ listen }) => listen(root));
  else {
    render(
      <Guard>
        <App />
      </Guard>,
      root,
    );
    tellPartner();
    effect(() => wantFaceAnalyser(picturesFace(model.value)));
    void begin();
  }
}

import { CUSTOM_ELEMENTS_SCHEMA, Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'code-room/define';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <p>{{ status() }}</p>
    <code-room
      host="http://127.0.0.1:1999"
      room="angular"
      [language]="'javascript'"
      (code-room-status)="status.set($any($event).status)"
    >
      <pre slot="code">console.log('ran in angular')</pre>
    </code-room>
  `,
})
class Page {
  readonly status = signal('');
}

void bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] });

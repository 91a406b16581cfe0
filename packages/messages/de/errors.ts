import type { Messages } from '../shape/messages.ts';

export const errors = {
  signed_out: 'Sie sind abgemeldet. Öffnen Sie einen neuen Anmeldelink.',
  not_allowed: 'Ihre Rolle erlaubt das nicht.',
  cross_origin: 'Der Server hat diese Anfrage abgelehnt. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  second_person_required: 'Das muss jemand anderes entscheiden, denn die vorige Entscheidung stammt von Ihnen.',
  model_not_found: 'Diesen Fall gibt es nicht, oder er ist nicht mehr für Sie reserviert.',
  claimed_by_other: 'Diesen Fall hat bereits jemand anderes übernommen.',
  stale_version:
    'Der Fall hat sich geändert und wurde neu geladen. Bitte prüfen Sie ihn vor der Entscheidung noch einmal.',
  not_offered: 'Diese Entscheidung ist im aktuellen Status nicht möglich.',
  wrong_status: 'Diese Entscheidung ist im aktuellen Status nicht möglich.',
  reason_needed: 'Wählen Sie einen Grund.',
  note_needed: 'Für diese Entscheidung ist eine Notiz nötig.',
  checklist_incomplete: 'Bestätigen Sie zuerst jede Prüfung der Liste.',
  picture_unusable: 'Diese Aufnahme lässt sich nicht als Bild anzeigen.',
  too_many_openings:
    'Sie haben innerhalb einer Minute mehr als dreißig Fälle oder Bilder geöffnet. Bitte warten Sie kurz.',
  offline: 'Der Server antwortet nicht. Bitte versuchen Sie es noch einmal.',
  malformed:
    'Der Server konnte diese Anfrage nicht verarbeiten. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  link_unusable: 'Dieser Link ist abgelaufen oder wurde schon verwendet. Bitte fordern Sie einen neuen an.',
  proposal_gone: 'Dieser Vorschlag wurde bereits bestätigt oder zurückgezogen. Laden Sie die Seite neu.',
  proposal_yours:
    'Ihren eigenen Vorschlag können Sie nicht bestätigen; das muss eine andere Person der Administration tun.',
  proposer_gone:
    'Wer das vorgeschlagen hat, gehört nicht mehr zur Administration. Ziehen Sie den Vorschlag zurück und stellen Sie ihn neu.',
  proposal_waits:
    'Für diese Einstellung gibt es bereits einen Vorschlag. Bestätigen Sie ihn zuerst oder ziehen Sie ihn zurück.',
  face_curve_needed:
    'In einem Live-Mandanten darf die Software erst entscheiden, wenn REIDENT_FACE_CURVE eine gemessene Kurve des Gesichtsvergleichs angibt.',
  carrier_missing:
    'Ein Kanal dieser Kampagne kann noch nichts senden: Es fehlt der Mailserver, das SMS-Gateway oder ein Abonnement.',
  campaign_moved: 'Die Kampagne ist nicht mehr in diesem Zustand. Laden Sie die Seite neu.',
  logo_unknown: 'Dieses Logo wurde nicht hochgeladen. Bitte wählen Sie die Datei noch einmal.',
  invalid_model: 'Dieser Wert ist nicht zulässig.',
  unsupported_media_type: 'Dieser Dateityp wird hier nicht angenommen.',
  media_too_large: 'Diese Datei ist zu groß.',
  media_too_small: 'Dieses Bild ist zu klein. Bitte gehen Sie näher heran oder wählen Sie das Originalfoto.',
  unreadable_media: 'Diese Datei lässt sich nicht lesen.',
  too_many_requests: 'Zu viele Anfragen. Bitte warten Sie kurz und versuchen Sie es noch einmal.',
  service_unavailable:
    'Der Server ist überlastet oder erreicht seine Datenbank nicht. Bitte versuchen Sie es in einer Minute noch einmal.',
  internal: 'Auf dem Server ist etwas schiefgegangen.',
} satisfies Messages['errors'];

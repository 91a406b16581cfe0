#!/bin/sh
# The guide's "Happy path test tutorial" with curl.
#   examples/tutorial.sh          you are the customer: open the printed url in a browser
#   examples/tutorial.sh --auto   the platform plays the customer as well
set -eu

NAME=X-MANUALTEST-HAPPYPATH
[ "${1:-}" = --auto ] && NAME=X-AUTOTEST-HAPPYPATH

# Prints one string of a JSON object that is read from standard input.
field() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" | head -n 1; }

CREDENTIALS="${REIDENT_DATA_DIR:-data}/sandbox-credentials.json"
ID=$(field client_id < "$CREDENTIALS")
SECRET=$(field client_secret < "$CREDENTIALS")
API=$(field api_url < "$CREDENTIALS")

TOKEN=$(curl -sf -u "$ID:$SECRET" -d 'grant_type=client_credentials&scope=partners' "$API/oauth2/token" | field access_token)

# Calls the API: method, path, and a JSON body if there is one.
call() {
  curl -sf -X "$1" "$API$2" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' ${3:+-d "$3"}
}

PERSON=$(call POST /v1/persons "{\"first_name\":\"$NAME\",\"last_name\":\"Example\"}" | field id)
IDENT=$(call POST "/v1/persons/$PERSON/identifications" '{"method":"idnow_autoident","language":"EN"}' | field id)
URL=$(call PATCH "/v1/persons/$PERSON/identifications/$IDENT/request" | field url)
echo "Be the customer: open $URL"

STATUS=pending
while [ "$STATUS" = pending ]; do
  sleep 1
  STATUS=$(call GET "/v1/persons/$PERSON/identifications/$IDENT" | field status)
done
echo "The identification is $STATUS."

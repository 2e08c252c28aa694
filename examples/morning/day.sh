#!/bin/sh
# Tuesday, 15 June 2027, at an assembly that never was: the rota is illustrative, the people
# are ids of organisations that do not exist. Needs plancover on the path (or named by
# $PLANCOVER) and patch. Works on a copy; the folder stays as it is.
set -e
plancover=${PLANCOVER:-plancover}
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp "$(dirname "$0")"/*.yaml "$copy"
cd "$copy"

tell() { printf '\n%s\n' "$*"; }
run() { printf '\n$ plancover %s\n\n' "$*"; "$plancover" "$@" || [ $? -eq 1 ]; }

tell "07:40. harbour-1 must fly home at noon. Yesterday is past; what changes, and for whom?"
run reassign --plan plan.yaml --now '2027-06-15 07:40' --leaves harbour-1='2027-06-15 12:00'

tell "07:50. That is bitter: com1 needs its speaker. A flight in the afternoon, then."
run reassign --plan plan.yaml --now '2027-06-15 07:50' --leaves harbour-1='2027-06-15 14:00' -o tuesday.yaml

tell "07:55. Nobody wants to type that again tomorrow: the option becomes an edit of the file."
run reassign --plan plan.yaml --now '2027-06-15 07:50' --leaves harbour-1='2027-06-15 14:00' --print-edits -q |
  tee edits
patch -s -p0 <edits

tell "08:05. The secretariat: com2-2 is called off, and a group on fees meets tonight."
cat >tonight.yaml <<'MORE'
committees: [{id: fees-group, name: Group on fees, kind: ad-hoc, admits: [delegate], topics: [fees], seats: {lead: 1}}]
sessions: [{id: fees-group-1, committee: fees-group, day: 2027-06-15, time: 18:00-19:30, room: Teak}]
MORE
run reassign --plan tuesday.yaml --now '2027-06-15 08:05' --cancel com2-2 -o tuesday.yaml

tell "08:15. cedar-1 is ill for the day, and com3-1 starts an hour later."
sed -i '/id: com3-1/s/09:30-12:30/10:30-13:30/' programme.yaml
run reassign --plan tuesday.yaml --now '2027-06-15 08:15' --cancel com2-2 --absent cedar-1=2027-06-15 \
  --format markdown -o tuesday.yaml

tell "08:20. Once more, to be sure."
run reassign --plan tuesday.yaml --now '2027-06-15 08:20' --cancel com2-2 --absent cedar-1=2027-06-15

tell "08:30. At the coordination meeting: what is not as it was last night?"
run diff plan.yaml tuesday.yaml .

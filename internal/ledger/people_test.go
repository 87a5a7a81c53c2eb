package ledger_test

import (
	"fmt"
	"slices"
	"testing"

	"followupd/internal/ledger"
	"followupd/sequences"
)

func TestPeopleAreThoseThatAreThere(t *testing.T) {
	t.Parallel()
	l := fresh(t)
	var ask, want []int64
	write(t, l, func(tx *ledger.Tx) error {
		for id := int64(1); id <= 300; id++ {
			ask = append(ask, id)
			if id%3 == 0 {
				continue
			}
			want = append(want, id)
			if err := tx.SavePerson(sequences.Person{ID: id, Addresses: []string{fmt.Sprintf("p%d@acme.example", id)}}, at); err != nil {
				return err
			}
		}
		return nil
	})
	read(t, l, func(tx *ledger.Tx) error {
		people, err := tx.People(ask)
		var got []int64
		for n := range people {
			p, err := people.Decode(n)
			if err != nil {
				return err
			}
			got = append(got, p.ID)
			if want := fmt.Sprintf("p%d@acme.example", p.ID); p.Addresses[0] != want {
				t.Errorf("person %d has the address %s", p.ID, p.Addresses[0])
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("got %v", got)
		}
		return err
	})
}

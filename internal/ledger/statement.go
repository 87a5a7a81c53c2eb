package ledger

import (
	"context"
	"database/sql"
	"sync"
)

// mostStatements bounds the statements that are kept. There are far fewer
// queries; those put together at run time must not pile up.
const mostStatements = 300

// statements keeps the queries of one pool compiled: SQLite takes as long to
// compile most of them as to run them.
type statements struct {
	db *sql.DB

	mu   sync.Mutex
	kept map[string]*sql.Stmt
}

func newStatements(db *sql.DB) *statements {
	return &statements{db: db, kept: map[string]*sql.Stmt{}}
}

func (s *statements) of(query string) *sql.Stmt {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.kept[query]
}

// keep compiles the queries that a transaction met for the first time. It runs
// after the transaction, and not under the lock: compiling waits for a
// connection, and whoever has one may be asking for a statement. A query that
// can't be compiled now fails where it is run.
func (s *statements) keep(ctx context.Context, queries map[string]bool) {
	for q := range queries {
		if s.of(q) != nil {
			continue
		}
		if stmt, err := s.db.PrepareContext(ctx, q); err == nil {
			s.add(q, stmt)
		}
	}
}

func (s *statements) add(query string, stmt *sql.Stmt) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept[query] != nil || len(s.kept) >= mostStatements {
		_ = stmt.Close() // somebody was quicker, or there is no room
		return
	}
	s.kept[query] = stmt
}

// compiled is the query as a statement of the transaction, nil where it has to
// be compiled first or where its rows are being read right now.
func (t *Tx) compiled(query string) *sql.Stmt {
	if t.reading[query] > 0 {
		return nil
	}
	if stmt := t.statements.of(query); stmt != nil {
		return t.tx.StmtContext(t.ctx, stmt)
	}
	t.met[query] = true
	return nil
}

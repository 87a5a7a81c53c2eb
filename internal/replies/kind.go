package replies

type message struct {
	tree    *tree
	body    *body
	header  Header
	written written
	context Context
}
type kindVerdict struct {
	kind       Kind
	about      About
	confidence float64
	evidence   []Evidence
	bounces    []Bounce
}

func (m *message) kind() kindVerdict { return kindVerdict{kind: KindReply, confidence: 1} }

package replies

import (
	"iter"
	"math"
	"slices"
	"sync"
)

// What the learners of all networks have in common. The same samples in the same
// order give the same weights to the last bit, so that who changes how they are
// learned, and not what, can tell by the files that nothing else changed.

// chance is a source of numbers that are the same each time (Knuth's linear
// congruential generator), so that nothing depends on luck.
type chance uint64

func (c *chance) next() uint64 {
	*c = *c*6364136223846793005 + 1442695040888963407
	return uint64(*c >> 11)
}

// around is a number between -1 and 1.
func (c *chance) around() float64 { return float64(c.next())/(1<<52) - 1 }

func (c *chance) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		j := int(c.next() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}

// epochs are the orders in which n samples are gone through, one for each time. Each is
// shuffled only when its turn comes, since what is learned meanwhile may draw on the
// same chance.
func (c *chance) epochs(n, times int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		for range times {
			c.shuffle(order)
			if !yield(order) {
				return
			}
		}
	}
}

// balance weighs the samples so that the class that was written most isn't guessed
// most.
func balance[S any](classes int, set []S, classOf func(*S) int) []float64 {
	n := make([]float64, classes)
	for i := range set {
		n[classOf(&set[i])]++
	}
	weight := make([]float64, len(set))
	for i := range set {
		weight[i] = math.Sqrt(float64(len(set)) / float64(classes) / n[classOf(&set[i])])
	}
	return weight
}

// atOnce learns n networks at the same time, which differ in the seed that their
// chance begins with, and returns the file of each.
func atOnce(n int, fit func(seed uint64) []byte) [][]byte {
	nets := make([][]byte, n)
	var wg sync.WaitGroup
	for i := range nets {
		wg.Go(func() { nets[i] = fit(uint64(i + 1)) })
	}
	wg.Wait()
	return nets
}

// batchSize is how many samples are studied before the weights move.
const batchSize = 32

// inBatches goes through the samples in batches: it studies each of a batch, which adds
// up the gradients of its mistakes, and then moves the weights. weight is how much each
// sample counts beside the others; the shares of a batch make one, so that each batch
// moves the weights alike. Learners that move them after every sample (AdaGrad) need
// only the epochs.
func inBatches(luck *chance, epochs int, weight []float64, study func(i int, share float32), move func(step)) {
	batches := (len(weight) + batchSize - 1) / batchSize
	s := step{of: batches * epochs}
	for order := range luck.epochs(len(weight), epochs) {
		for batch := range slices.Chunk(order, batchSize) {
			sum := 0.0
			for _, i := range batch {
				sum += weight[i]
			}
			for _, i := range batch {
				study(i, float32(weight[i]/sum))
			}
			move(s)
			s.done++
		}
	}
}

// step is a move of the weights: how many were done before it, of how many.
type step struct{ done, of int }

// rate is how far it goes where the first would go as far as top: less and less, and
// with Adam's correction of its first steps, in which the means begin at zero.
func (s step) rate(top float64) float32 {
	slower := top * (1 - float64(s.done)/float64(s.of))
	n := float64(s.done + 1)
	return float32(slower * math.Sqrt(1-math.Pow(keepSquare, n)) / (1 - math.Pow(keepMean, n)))
}

// How much Adam keeps, at each step, of what it knows of the gradients.
const keepMean, keepSquare = 0.9, 0.999

// moving is a list of weights while they are learned by Adam (Kingma and Ba,
// 2015), with the gradient of the batch at hand.
type moving struct{ value, gradient, mean, square []float32 }

func newMoving(n int) moving {
	return moving{make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)}
}

// learn moves the weights from..to, and forgets their gradients.
func (m *moving) learn(from, to int, rate float32) {
	for i := from; i < to; i++ {
		g := m.gradient[i]
		m.gradient[i] = 0
		m.mean[i] = keepMean*m.mean[i] + (1-keepMean)*g
		m.square[i] = keepSquare*m.square[i] + (1-keepSquare)*g*g
		m.value[i] -= rate * m.mean[i] / (float32(math.Sqrt(float64(m.square[i]))) + 1e-8)
	}
}

// movingRows are rows of weights, so many that a batch meets only a few of them.
// Only those move: to go through all would take long, and would move the others by what
// earlier batches said of them.
type movingRows struct {
	moving
	width int
	met   []uint32 // rows of this batch
	isMet []bool   // of a row
}

func newMovingRows(rows, width int) movingRows {
	return movingRows{moving: newMoving(rows * width), width: width, isMet: make([]bool, rows)}
}

// meet is to be called for each row that gets a gradient.
func (m *movingRows) meet(row uint32) {
	if !m.isMet[row] {
		m.isMet[row] = true
		m.met = append(m.met, row)
	}
}

// learnMet moves the rows that the batch met.
func (m *movingRows) learnMet(rate float32) {
	for _, row := range m.met {
		m.learn(int(row)*m.width, int(row+1)*m.width, rate)
		m.isMet[row] = false
	}
	m.met = m.met[:0]
}

package replies

import "strings"

// TrainNotices learns to tell the words of answering machines from people's
// and returns the weights as the embedded file holds them. The same examples in
// the same order give the same bytes; of an example only Text and Intent count.
func TrainNotices(examples []Example) []byte {
	set := make([]binarySample, 0, len(examples))
	for _, e := range examples {
		text := strings.Join(strings.Fields(fold(e.Text)), " ")
		set = append(set, binarySample{noticeFeatures(text, readMachineWords(" "+text+" ")), e.Intent == IntentAutoReply})
	}
	return fitBinary(noticeBuckets, set, binaryPace{epochs: 30, rate: 0.3, decay: 2e-5})
}

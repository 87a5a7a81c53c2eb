#include "textflag.h"

// The sums of all gates stay in Y0 to Y11 while the rows go by. A product is
// rounded before it is added, as Go does it, so that the sums are the same to the
// last bit.

#define ROW(at, sum, part) \
	VMULPS at(SI), Y12, part; \
	VADDPS part, sum, sum

// func addRowsAVX(sum *[orderGates]float32, rows, by *float32, n int)
TEXT ·addRowsAVX(SB), NOSPLIT, $0-32
	MOVQ sum+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVQ by+16(FP), DX
	MOVQ n+24(FP), CX

	VMOVUPS 0(DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS 64(DI), Y2
	VMOVUPS 96(DI), Y3
	VMOVUPS 128(DI), Y4
	VMOVUPS 160(DI), Y5
	VMOVUPS 192(DI), Y6
	VMOVUPS 224(DI), Y7
	VMOVUPS 256(DI), Y8
	VMOVUPS 288(DI), Y9
	VMOVUPS 320(DI), Y10
	VMOVUPS 352(DI), Y11

row:
	VBROADCASTSS (DX), Y12
	ROW(0, Y0, Y13)
	ROW(32, Y1, Y14)
	ROW(64, Y2, Y15)
	ROW(96, Y3, Y13)
	ROW(128, Y4, Y14)
	ROW(160, Y5, Y15)
	ROW(192, Y6, Y13)
	ROW(224, Y7, Y14)
	ROW(256, Y8, Y15)
	ROW(288, Y9, Y13)
	ROW(320, Y10, Y14)
	ROW(352, Y11, Y15)
	ADDQ $384, SI
	ADDQ $4, DX
	DECQ CX
	JNZ  row

	VMOVUPS Y0, 0(DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VMOVUPS Y4, 128(DI)
	VMOVUPS Y5, 160(DI)
	VMOVUPS Y6, 192(DI)
	VMOVUPS Y7, 224(DI)
	VMOVUPS Y8, 256(DI)
	VMOVUPS Y9, 288(DI)
	VMOVUPS Y10, 320(DI)
	VMOVUPS Y11, 352(DI)
	VZEROUPPER
	RET

// SHOW adds eight of the numbers of a bucket: whole ones, so their order is nothing.
#define SHOW(at, sum, part) \
	VPMOVSXBD at(R8), part; \
	VPADDD part, sum, sum

// func sumShownAVX2(sum *[orderWidth]float32, rows *byte, last uint32, shows *uint32, n int)
TEXT ·sumShownAVX2(SB), NOSPLIT, $0-40
	MOVQ sum+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVL last+16(FP), R9
	MOVQ shows+24(FP), DX
	MOVQ n+32(FP), CX

	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3

bucket:
	MOVL (DX), R8
	ANDL R9, R8
	SHLQ $5, R8
	ADDQ SI, R8
	SHOW(0, Y0, Y4)
	SHOW(8, Y1, Y5)
	SHOW(16, Y2, Y6)
	SHOW(24, Y3, Y7)
	ADDQ $4, DX
	DECQ CX
	JNZ  bucket

	VCVTDQ2PS Y0, Y0
	VCVTDQ2PS Y1, Y1
	VCVTDQ2PS Y2, Y2
	VCVTDQ2PS Y3, Y3
	VMOVUPS Y0, 0(DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VZEROUPPER
	RET

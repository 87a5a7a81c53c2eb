#include "textflag.h"

// What every amd64 processor has (SSE2), so that nothing has to be asked of it.

// ROW adds four numbers of a row, each by the factor in X12. A product is rounded
// before it is added, as Go does it, so that the sums are the same to the last bit.
#define ROW(at, sum, part) \
	MOVUPS at(SI), part; \
	MULPS  X12, part; \
	ADDPS  part, sum

// func addHalfRows(sum, rows, by *float32, n int)
//
// The sums of half of the gates stay in X0 to X11 while the rows go by.
TEXT ·addHalfRows(SB), NOSPLIT, $0-32
	MOVQ sum+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVQ by+16(FP), DX
	MOVQ n+24(FP), CX

	MOVUPS 0(DI), X0
	MOVUPS 16(DI), X1
	MOVUPS 32(DI), X2
	MOVUPS 48(DI), X3
	MOVUPS 64(DI), X4
	MOVUPS 80(DI), X5
	MOVUPS 96(DI), X6
	MOVUPS 112(DI), X7
	MOVUPS 128(DI), X8
	MOVUPS 144(DI), X9
	MOVUPS 160(DI), X10
	MOVUPS 176(DI), X11

row:
	MOVSS  (DX), X12
	SHUFPS $0, X12, X12
	ROW(0, X0, X13)
	ROW(16, X1, X14)
	ROW(32, X2, X15)
	ROW(48, X3, X13)
	ROW(64, X4, X14)
	ROW(80, X5, X15)
	ROW(96, X6, X13)
	ROW(112, X7, X14)
	ROW(128, X8, X15)
	ROW(144, X9, X13)
	ROW(160, X10, X14)
	ROW(176, X11, X15)
	ADDQ $384, SI
	ADDQ $4, DX
	DECQ CX
	JNZ  row

	MOVUPS X0, 0(DI)
	MOVUPS X1, 16(DI)
	MOVUPS X2, 32(DI)
	MOVUPS X3, 48(DI)
	MOVUPS X4, 64(DI)
	MOVUPS X5, 80(DI)
	MOVUPS X6, 96(DI)
	MOVUPS X7, 112(DI)
	MOVUPS X8, 128(DI)
	MOVUPS X9, 144(DI)
	MOVUPS X10, 160(DI)
	MOVUPS X11, 176(DI)
	RET

// SHOW adds eight of the numbers of a bucket, which come into the upper halves of
// words, and are shifted down from there with their sign.
#define SHOW(unpack, from, sum) \
	MOVO   from, X6; \
	unpack X6, X6; \
	PSRAW  $8, X6; \
	PADDW  X6, sum

// STORE writes eight sums as numbers with a fraction.
#define STORE(sum, at) \
	MOVO      sum, X6; \
	PUNPCKLWL X6, X6; \
	PSRAL     $16, X6; \
	CVTPL2PS  X6, X6; \
	MOVUPS    X6, at(DI); \
	PUNPCKHWL sum, sum; \
	PSRAL     $16, sum; \
	CVTPL2PS  sum, sum; \
	MOVUPS    sum, (at+16)(DI)

// func sumBuckets(sum *[orderWidth]float32, rows *byte, last uint32, shows *uint32, n int)
//
// Sums of whole numbers are the same in any order.
TEXT ·sumBuckets(SB), NOSPLIT, $0-40
	MOVQ sum+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVL last+16(FP), R9
	MOVQ shows+24(FP), DX
	MOVQ n+32(FP), CX

	PXOR X0, X0
	PXOR X1, X1
	PXOR X2, X2
	PXOR X3, X3

bucket:
	MOVL   (DX), R8
	ANDL   R9, R8
	SHLQ   $5, R8
	MOVOU  (SI)(R8*1), X4
	MOVOU  16(SI)(R8*1), X5
	SHOW(PUNPCKLBW, X4, X0)
	SHOW(PUNPCKHBW, X4, X1)
	SHOW(PUNPCKLBW, X5, X2)
	SHOW(PUNPCKHBW, X5, X3)
	ADDQ   $4, DX
	DECQ   CX
	JNZ    bucket

	STORE(X0, 0)
	STORE(X1, 32)
	STORE(X2, 64)
	STORE(X3, 96)
	RET

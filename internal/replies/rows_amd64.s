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

// Constants of the hyperbolic tangent, four times each.
#define FOUR(name, bits) \
	DATA  name<>+0(SB)/4, $bits; \
	DATA  name<>+4(SB)/4, $bits; \
	DATA  name<>+8(SB)/4, $bits; \
	DATA  name<>+12(SB)/4, $bits; \
	GLOBL name<>(SB), RODATA|NOPTR, $16

FOUR(n2, 0x43bd0000)    // 378
FOUR(n1, 0x46875a00)    // 17325
FOUR(both, 0x4803f7c0)  // 135135
FOUR(d3, 0x41e00000)    // 28
FOUR(d2, 0x4544e000)    // 3150
FOUR(d1, 0x4773a200)    // 62370
FOUR(most, 0x409ccccd)  // 4.9
FOUR(least, 0xc09ccccd) // -4.9
FOUR(one, 0x3f800000)
FOUR(less, 0xbf800000)  // -1
FOUR(half, 0x3f000000)

// TANH makes four numbers of x their tangents, in the steps of tanh, which it takes all
// before it puts 1 and -1 where x lies outside. It uses X10 to X15.
#define TANH(x) \
	MOVAPS x, X10; \
	MULPS  X10, X10; \
	MOVAPS X10, X11; \
	MOVUPS n2<>(SB), X13; \
	ADDPS  X13, X11; \
	MULPS  X10, X11; \
	MOVUPS n1<>(SB), X13; \
	ADDPS  X13, X11; \
	MULPS  X10, X11; \
	MOVUPS both<>(SB), X14; \
	ADDPS  X14, X11; \
	MULPS  x, X11; \
	MOVUPS d3<>(SB), X12; \
	MULPS  X10, X12; \
	MOVUPS d2<>(SB), X13; \
	ADDPS  X13, X12; \
	MULPS  X10, X12; \
	MOVUPS d1<>(SB), X13; \
	ADDPS  X13, X12; \
	MULPS  X10, X12; \
	ADDPS  X14, X12; \
	DIVPS  X12, X11; \
	MOVUPS most<>(SB), X10; \
	CMPPS  x, X10, $1; \
	MOVUPS one<>(SB), X12; \
	ANDPS  X10, X12; \
	ANDNPS X11, X10; \
	ORPS   X12, X10; \
	MOVUPS least<>(SB), X13; \
	MOVAPS x, X15; \
	CMPPS  X13, X15, $1; \
	MOVUPS less<>(SB), X12; \
	ANDPS  X15, X12; \
	ANDNPS X10, X15; \
	ORPS   X12, X15; \
	MOVAPS X15, x

// SIGMOID makes four numbers of x 0.5 + 0.5*tanh(x/2), with 0.5 in X9.
#define SIGMOID(x) \
	MULPS X9, x; \
	TANH(x); \
	MULPS X9, x; \
	ADDPS X9, x

// func openGates(known, in, again *float32)
//
// Of each the gates stand 128 bytes apart: reset, update, candidate.
TEXT ·openGates(SB), NOSPLIT, $0-24
	MOVQ   known+0(FP), DI
	MOVQ   in+8(FP), SI
	MOVQ   again+16(FP), DX
	MOVQ   $8, CX
	MOVUPS half<>(SB), X9

units:
	MOVUPS 0(SI), X0
	MOVUPS 0(DX), X1
	ADDPS  X1, X0
	SIGMOID(X0)
	MOVUPS 128(SI), X2
	MOVUPS 128(DX), X3
	ADDPS  X3, X2
	SIGMOID(X2)
	MOVUPS 256(DX), X4
	MULPS  X0, X4
	MOVUPS 256(SI), X5
	ADDPS  X5, X4
	TANH(X4)

	MOVUPS one<>(SB), X6
	SUBPS  X2, X6
	MULPS  X4, X6
	MOVUPS 0(DI), X7
	MULPS  X2, X7
	ADDPS  X7, X6
	MOVUPS X6, 0(DI)

	ADDQ $16, SI
	ADDQ $16, DX
	ADDQ $16, DI
	DECQ CX
	JNZ  units
	RET

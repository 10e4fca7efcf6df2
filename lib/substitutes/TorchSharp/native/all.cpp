// One translation unit: libtorch's headers are parsed once.
#include "call.cpp"
#include "tensor.cpp"
#include "autograd.cpp"
#include "runtime.cpp"
#include "allocator.cpp"
#include "function.cpp"
#include "bernoulli.cpp"

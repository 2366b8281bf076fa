/* The arithmetic of training for one instruction set: compiled once for each, with KERNEL_BUILD for
 * the name of the table and KERNEL_NAME for what people call it. */
#include "core/kernel-output.h"
#include "core/kernel-products.h"
#include "core/kernel-rows.h"
#include "core/kernel-shallow.h"

extern const GradusKernel KERNEL_BUILD;

const GradusKernel KERNEL_BUILD = {
  .name = KERNEL_NAME,
  .apply = rows_apply,
  .backward = rows_backward,
  .exp = row_exp,
  .log = row_log,
  .log1p = row_log1p,
  .output = output,
  .fold = output_fold,
  .product = product,
  .weights = weights,
  .quotients = quotients,
  .shallow = shallow,
  .shallow_gradient = shallow_gradient,
};

/* Which build of the arithmetic runs here. */
#include "core/kernel.h"

extern const GradusKernel gradus_kernel_build_plain;
#if defined __x86_64__
extern const GradusKernel gradus_kernel_build_avx2;
extern const GradusKernel gradus_kernel_build_avx512;
#endif

const GradusKernel *
gradus_kernel_plain (void)
{
  return &gradus_kernel_build_plain;
}

#if defined __x86_64__
static gboolean
has_avx2 (void)
{
  return __builtin_cpu_supports ("avx2");
}

static gboolean
has_avx512 (void)
{
  return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512dq");
}
#endif

const GradusKernel *
gradus_kernel_find (const char *name)
{
#if defined __x86_64__
  if (g_strcmp0 (name, gradus_kernel_build_avx512.name) == 0)
    return has_avx512 () ? &gradus_kernel_build_avx512 : NULL;
  if (g_strcmp0 (name, gradus_kernel_build_avx2.name) == 0)
    return has_avx2 () ? &gradus_kernel_build_avx2 : NULL;
#endif
  return g_strcmp0 (name, gradus_kernel_build_plain.name) == 0 ? &gradus_kernel_build_plain : NULL;
}

const GradusKernel *
gradus_kernel_choose (void)
{
  const GradusKernel *kernel = gradus_kernel_find (g_getenv ("GRADUS_KERNEL"));

#if defined __x86_64__
  if (kernel == NULL && has_avx512 ())
    kernel = &gradus_kernel_build_avx512;
  if (kernel == NULL && has_avx2 ())
    kernel = &gradus_kernel_build_avx2;
#endif
  return kernel != NULL ? kernel : &gradus_kernel_build_plain;
}

void
gradus_losses_clear (GradusLosses *self)
{
  for (int i = 0; i < GRADUS_LANES; i++)
    {
      self->sum[i] = self->rest[i] = self->dz[i] = 0;
      self->product[i] = 1;
      self->wrong[i] = 0;
    }
}

// What the thread sanitizer is told of Swift's runtime, preloaded by .ci/sanitize. The runtime itself tells it who hands work
// to whom, but for two ways.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

__attribute__((weak)) void __tsan_acquire(void *);
__attribute__((weak)) void __tsan_release(void *);

// A Mutex: its quick way is compiled into the code that uses it, where the sanitizer sees it. Where threads wait for one
// another the runtime locks, unseen.
#define HANDLE "$s15Synchronization12_MutexHandleV"
#define LOCK HANDLE "9_lockSlowyys6UInt32VF"
#define UNLOCK HANDLE "11_unlockSlowyyF"
#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *self

typedef SWIFT void lock_function(uint32_t, SELF);
typedef SWIFT void unlock_function(SELF);

SWIFT void lock_slow(uint32_t thread, SELF) __asm__(LOCK);
SWIFT void unlock_slow(SELF) __asm__(UNLOCK);

SWIFT void lock_slow(uint32_t thread, SELF) {
  ((lock_function *)dlsym(RTLD_NEXT, LOCK))(thread, self);
  if (__tsan_acquire) __tsan_acquire(self);
}

SWIFT void unlock_slow(SELF) {
  if (__tsan_release) __tsan_release(self);
  ((unlock_function *)dlsym(RTLD_NEXT, UNLOCK))(self);
}

// A continuation that was resumed before its task waits for it: the task goes on at once, and takes what it was given
// unseen. The one who resumes it has released the task.
#define AWAIT "swift_continuation_await"
#define ASYNC __attribute__((swiftasynccall))

__attribute__((weak)) void *swift_task_getCurrent(void);

typedef ASYNC void await_function(void *);

ASYNC void await_continuation(void *context) __asm__(AWAIT);

ASYNC void await_continuation(void *context) {
  if (__tsan_acquire && swift_task_getCurrent) __tsan_acquire(swift_task_getCurrent());
  __attribute__((musttail)) return ((await_function *)dlsym(RTLD_NEXT, AWAIT))(context);
}

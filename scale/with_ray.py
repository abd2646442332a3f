"""kedja on Ray: python with_ray.py telecom --customers 1000000000 --strengthen invoice=1"""

import sys

import ray

import parts


@ray.remote(num_cpus=1, max_retries=5)
def tallied(journey, part, for_kedja):
    return parts.tallied(journey, part, for_kedja)


def main():
    given, for_kedja = parts.arguments(__doc__)
    ray.init(log_to_driver=False)
    merged = parts.Merged()
    waiting = parts.cut(given.customers, given.size)
    # Some for each processor at a time: no part waits for long, and what has come back is put away.
    most = 4 * int(ray.cluster_resources().get("CPU", 1))
    running = []
    while waiting or running:
        while waiting and len(running) < most:
            running.append(tallied.remote(given.journey, waiting.pop(0), for_kedja))
        done, running = ray.wait(running)
        for part in ray.get(done):
            merged.add(part)
    sys.stdout.write(merged.report(given.out))


if __name__ == "__main__":
    main()

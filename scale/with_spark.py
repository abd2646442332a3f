"""kedja on Spark: spark-submit --py-files parts.py with_spark.py telecom --customers 1000000000 --strengthen invoice=1"""

from pyspark.sql import SparkSession

import parts


def main():
    given, for_kedja = parts.arguments(__doc__)
    out = parts.standard_output()
    spark = SparkSession.builder.appName("kedja").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    all_parts = parts.cut(given.customers, given.size)
    journey = given.journey
    tallied = spark.sparkContext.parallelize(all_parts, len(all_parts)).map(
        lambda part: parts.tallied(journey, part, for_kedja)
    )
    merged = parts.Merged()
    # One after the other: what is here at a time is one part, however many there are.
    for part in tallied.toLocalIterator(prefetchPartitions=True):
        merged.add(part)
    out.write(merged.report(given.out))
    out.close()
    spark.stop()


if __name__ == "__main__":
    main()
